import { checkModel, ModelError, type KubernetesObject } from '@seatrial/compiler';
import { refOf } from '../../proofs/engine/ref-of.ts';
import { wait } from '../../run/wait.ts';
import { listAt, textAt } from '../../trial/field.ts';
import { disturb, undo } from '../disturb.ts';
import type { DrillLog } from '../drill-log.ts';
import type { Ground } from '../ground.ts';
import { decideOn } from '../situation.ts';

const second = 'a second Ingress for the public host';

/** Somebody gives the standby a public host by hand: both sides claim to be active, and nobody may fail over then. */
export async function bothActive(ground: Ground, log: DrillLog): Promise<void> {
  const { trial, entry } = ground;
  const plan = ground.plan();
  const { from, to } = plan;
  const { host, followsRole, ingress } = publicIngress(ground, from);
  const { kubernetes } = trial.cluster(to);
  await disturb(ground, second, {
    begin: async () => void (await kubernetes.create(ingress)),
    end: async () => void (await kubernetes.delete(refOf(ingress))),
  });
  // Where the role gives the host to both, the entry is what claims.
  if (!followsRole) entry.send(host, to);
  await answering(ground, to, host, true);
  log.step(13, 'Both claim', `${from} and ${to} both answer for ${host}`);
  const reasons = await decideOn(ground, plan, { planned: true });
  const guarded = reasons.some((reason) => reason.includes('claim to be active'));
  if (guarded) log.step(4, 'Decision', `no: ${reasons.join('; ')}`);
  else log.against(`a switchover would have begun with both sides active`);

  if (!followsRole) entry.withdraw(to);
  await undo(ground, second);
  await answering(ground, to, host, false);
  const after = await decideOn(ground, plan, { planned: true });
  if (after.length > 0)
    log.against(`with one active side again, a switchover is still refused: ${after.join('; ')}`);
  else log.step(4, 'Decision', `with ${from} alone active again, a switchover may begin`);
  modelGuard(ground, log);
}

/** The model itself has the same guard: two active clusters are no failover pair. */
function modelGuard({ model, pair }: Ground, log: DrillLog): void {
  const { [pair.standby]: standby, ...others } = model.clusters;
  try {
    checkModel({ ...model, clusters: { ...others, [pair.standby]: { ...standby, role: 'active' } } });
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    log.step(
      13,
      'The model',
      `refuses two active clusters in a pair: ${error.findings[0]?.sentence ?? error.message}`,
    );
    return;
  }
  log.against('the model takes a failover pair of two active clusters');
}

/** The Ingress of a public host as git has it for the active cluster, under a name of its own and without anybody's mark. */
function publicIngress({ trial, hosts }: Ground, cluster: string) {
  for (const { host, followsRole, placements } of hosts) {
    const objects = trial.placement(placements[cluster] ?? '').objects.map(({ object }) => object);
    const found = objects.find(
      (object) =>
        object.kind === 'Ingress' &&
        listAt(object, 'spec', 'rules').some((rule) => textAt(rule, 'host') === host),
    );
    if (found === undefined) continue;
    const { name, namespace, labels, annotations } = found.metadata;
    const metadata = { namespace, labels, annotations, name: `${name}-second` };
    return {
      host,
      followsRole,
      ingress: JSON.parse(JSON.stringify({ ...found, metadata })) as KubernetesObject,
    };
  }
  throw new Error(`${cluster} has no Ingress for a public host`);
}

async function answering(
  { trial, serving }: Ground,
  cluster: string,
  host: string,
  wanted: boolean,
): Promise<void> {
  await wait(trial.run, {
    awaited: `${cluster} ${wanted ? 'answers' : 'no longer answers'} for ${host}`,
    within: 30,
    changes: [serving],
    look: () =>
      serving.answers(cluster, host) === wanted
        ? { met: true, value: undefined }
        : { met: false, seen: wanted ? 'it does not' : 'it does' },
  });
}
