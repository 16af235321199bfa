import { wait } from '../run/wait.ts';
import { balance } from './balance.ts';
import type { DrillLog } from './drill-log.ts';
import { liftFence, stopOnCluster } from './fence.ts';
import type { Ground } from './ground.ts';
import { decideOn } from './situation.ts';

/** How an old active cluster comes back. */
export interface Return {
  readonly what: string;
  /** May resolve long after the cluster has answered for the first time. */
  comeBack(): Promise<void>;
}

/**
 * Point 10: the old active cluster returns with its old pods. What of the fence was pending is carried out at the first
 * sign of life, before Argo CD may touch it; only then does it become the standby.
 */
export async function returnOf(ground: Ground, cluster: string, log: DrillLog, back: Return): Promise<void> {
  const { trial, data, state, serving, hosts, writer, pair } = ground;
  const { clock } = trial.run;
  const lostBefore = data.lost.length;
  const began = clock.now();
  const refusedBefore = writer.refused.get(cluster)?.length ?? 0;
  const coming = back.comeBack();
  // Awaited below: the first answer comes before.
  coming.catch(() => undefined);
  await firstAnswer(ground, cluster);
  const answered = clock.now();
  state.lost.delete(cluster);
  data.join(cluster, answered);
  const old = hosts.filter(({ host }) => serving.answers(cluster, host)).map(({ host }) => host);
  log.step(
    10,
    'Return',
    `${back.what}; ${old.length === 0 ? 'nothing there answers' : `its old pods still answer for ${old.join(' and ')}, and nobody is sent there`}`,
    cluster,
  );
  await stopOnCluster(ground, cluster, log);
  log.measure('from the return to fenced', clock.now() - answered, 'ms');
  const refused = (writer.refused.get(cluster)?.length ?? 0) - refusedBefore;
  log.measure('writes of the old side refused', refused, 'writes');
  await coming;
  await stablyBack(ground, cluster);

  await noPingPong(ground, cluster, log);
  await liftFence(ground, cluster);
  const placements = trial.published.fleet.placements
    .filter((placement) => placement.cluster === cluster && placement.sync.automated)
    .map(({ name }) => name);
  await trial.refresh({ applications: placements });
  await trial.settle({ placements });
  log.measure('from the return to a clean standby', clock.now() - answered, 'ms');
  const left = (await Promise.all(placements.map((name) => trial.differences(name)))).flat();
  log.measure('differences from git, left-over objects among them', left.length, 'objects');
  for (const difference of left) log.against(`on ${cluster}: ${difference}`);
  log.step(
    10,
    'Standby',
    `the fence is lifted; ${placements.length} placements of ${cluster} are synced, healthy and equal, and nothing else carries their marks`,
    cluster,
  );
  const other = pair.active === cluster ? pair.standby : pair.active;
  for (const { host, followsRole } of hosts) {
    if (followsRole && serving.answers(cluster, host)) log.against(`${cluster} still answers for ${host}`);
    if (!serving.serves(other, host)) log.against(`${other} no longer serves ${host}`);
  }
  balance(ground, log, { from: began, lostBefore, lossAllowed: 0, when: 'after the return' });
  ground.entry.withdraw(cluster);
}

async function firstAnswer({ trial, detector }: Ground, cluster: string): Promise<void> {
  const watching = detector(cluster);
  await wait(trial.run, {
    awaited: `${cluster} gives a sign of life`,
    within: 60,
    changes: [watching],
    look: () =>
      watching.answered
        ? { met: true, value: undefined }
        : { met: false, seen: 'its API server does not answer' },
  });
}

async function stablyBack({ trial, detector }: Ground, cluster: string): Promise<void> {
  const watching = detector(cluster);
  await wait(trial.run, {
    awaited: `${cluster} has answered for a while`,
    within: 60,
    changes: [watching],
    look: () =>
      watching.presence.state === 'present'
        ? { met: true, value: undefined }
        : { met: false, seen: `answered ${watching.presence.hit} times in a row` },
  });
}

/** Nothing sends the clients back by itself, even if the new active cluster were lost now. */
async function noPingPong(ground: Ground, cluster: string, log: DrillLog): Promise<void> {
  const reasons = await decideOn(ground, ground.plan(), { planned: false });
  const latched = reasons.find((reason) => reason.includes('latch'));
  if (latched === undefined) log.against(`nothing keeps ${cluster} from taking over again by itself`);
  else log.step(10, 'Latch', `${cluster} does not take over by itself: ${latched}`, cluster);
}
