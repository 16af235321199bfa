import type { LabCluster } from '../../lab/lab.ts';
import { Disproof } from '../../run/outcome-errors.ts';
import type { Run } from '../../run/run.ts';
import { wait } from '../../run/wait.ts';
import type { Notes } from '../../trial/trial.ts';
import { ask } from './ask.ts';
import type { Candidate } from './candidates.ts';
import type { Constraint } from './constraints.ts';

/** Without Gatekeeper, what the fleet itself has is refused, for another reason than a policy; with it, all is as before. */
export async function proveWebhookDown(
  run: Run,
  { kubernetes, gatekeeper }: Required<Pick<LabCluster, 'kubernetes' | 'gatekeeper'>>,
  {
    constraint,
    candidate: { object, mutated },
    notes,
  }: { constraint: Constraint; candidate: Candidate; notes: Notes },
): Promise<void> {
  await gatekeeper.kill();
  try {
    const answer = await ask(kubernetes, object);
    if (answer.taken) throw new Disproof('with the webhook away, anything is let in: it fails open');
    if (answer.by !== 'no webhook')
      throw new Disproof(`with the webhook away, this refuses what the fleet has: ${answer.message}`);
    notes.saw(`the webhook is away, and even what the fleet has is refused: ${answer.message}`);
  } finally {
    await gatekeeper.start();
  }
  const began = run.clock.now();
  await wait(run, {
    awaited: `Gatekeeper of ${kubernetes.name} decides again`,
    within: 30,
    look: async () => {
      const [good, bad] = [await ask(kubernetes, object), await ask(kubernetes, mutated)];
      if (good.taken && !bad.taken && bad.message.includes(`[${constraint.name}]`))
        return { met: true, value: undefined };
      return {
        met: false,
        seen: `${good.taken ? 'good is let in' : good.message}; ${bad.taken ? 'bad is let in' : bad.message}`,
      };
    },
  });
  notes.measure('decides again after', run.clock.now() - began, 'ms');
  notes.saw(`the webhook is back: ${constraint.name} refuses again, and what the fleet has is let in`);
}
