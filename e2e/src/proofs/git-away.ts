import { Disproof } from '../run/outcome-errors.ts';
import { holds, wait } from '../run/wait.ts';
import type { Claim, ProofKind } from '../trial/claim.ts';
import type { Application, Notes, Trial } from '../trial/trial.ts';
import { isHook } from '../trial/differences/placement-objects.ts';
import { field, listAt } from '../trial/field.ts';
import { describeApplication } from '../trial/settle.ts';
import { allInStep } from './engine/in-step.ts';
import { writesSince } from './changes/object-writes.ts';

/** Seconds without git in which nothing may be written. */
const hold = 4;

/**
 * Source: controller/state.go of Argo CD 3.4 (a comparison that fails leaves the sync status Unknown, and only OutOfSync is
 * ever synced); users lost applications where that was not so (argo-cd#18212, #3473).
 */
export const gitAwayProof: ProofKind & { prove(trial: Trial, claims: readonly Claim[]): Promise<void> } = {
  name: 'git-away',
  title: 'Git goes away',
  promise:
    'Without its git server Argo CD says that it cannot compare, and leaves everything as it is; when git is back, everything is in step again.',

  derive: () => [
    {
      id: 'git-away',
      kind: 'git-away',
      sentence: 'The git server goes away and comes back, and nothing is deleted or changed',
    },
  ],

  async prove(trial, claims) {
    for (const claim of claims) await trial.prove(claim, (notes) => withoutGit(trial, notes));
  },
};

async function withoutGit(trial: Trial, notes: Notes): Promise<void> {
  const { run, lab } = trial;
  const clusters = [...lab.clusters.keys()];
  const began = run.clock.now();
  await lab.git.stop();
  try {
    await trial.refresh({ hard: true });
    const blind = await everyApplication(trial, 'has noticed that git is gone', 60, isBlind);
    notes.measure('noticed after', run.clock.now() - began, 'ms');
    notes.saw(
      `${blind.length} Applications say so: ${blind[0]?.conditions.map(({ type }) => type).join(', ')}`,
    );
    await holds(run, {
      claimed: 'nothing is changed without git',
      seconds: hold,
      look: () => undefined,
    });
    const writes = clusters.flatMap((name) => writesSince(trial.recorder(name).sightings, began));
    const write = writes.find(({ owner, object }) => owner !== undefined && !isHook(object));
    if (write !== undefined) throw new Disproof(`${write.text}, while there was no git`);
    notes.saw(`for ${hold} s more, nothing was created, changed or deleted on ${clusters.join(', ')}`);
  } finally {
    await lab.git.start();
  }
  const back = run.clock.now();
  await trial.refresh({ hard: true });
  await everyApplication(trial, 'can compare again', 60, (one) => !isBlind(one));
  await allInStep(trial, 90);
  notes.measure('in step again after', run.clock.now() - back, 'ms');
  notes.saw('git is back: every Application compares again, and what is automated is synced and healthy');
}

function isBlind({ sync, conditions }: Application): boolean {
  return sync === 'Unknown' && conditions.some(({ type }) => type === 'ComparisonError');
}

/** Those that read a git repository: what follows a chart's version alone does not miss git. */
async function everyApplication(
  trial: Trial,
  awaited: string,
  within: number,
  met: (application: Application) => boolean,
): Promise<readonly Application[]> {
  return wait(trial.run, {
    awaited: `every Application ${awaited}`,
    within,
    changes: trial.applicationChanges,
    look: () => {
      const all = trial.applications().filter(readsGit);
      const waiting = all.filter((one) => !met(one));
      return waiting.length === 0
        ? { met: true, value: all }
        : { met: false, seen: waiting.map((one) => `${one.name}: ${describeApplication(one)}`).join('; ') };
    },
  });
}

function readsGit({ object }: Application): boolean {
  const several = listAt(object, 'spec', 'sources');
  const sources = several.length > 0 ? several : [field(object, 'spec', 'source')];
  return sources.some((source) => field(source, 'chart') === undefined);
}
