import { NotProvenHere } from '../../run/outcome-errors.ts';
import { wait } from '../../run/wait.ts';
import { stubbornness } from '../detector.ts';
import type { DrillLog } from '../drill-log.ts';
import { detectLoss } from '../failover-drill.ts';
import type { Ground } from '../ground.ts';
import { freeze, thaw } from '../lose-cluster.ts';
import { decideOn } from '../situation.ts';

const times = 3;

/** After a failover, the cluster that serves comes and goes: short gaps are no loss, and a long one sends nobody back. */
export async function flapping(ground: Ground, log: DrillLog): Promise<void> {
  const { trial, state, hosts, entry } = ground;
  if (!state.latched)
    throw new NotProvenHere('no failover came to its end before, so there is no latch to hold');
  const plan = ground.plan();
  const { from, to } = plan;
  const { commits } = trial.published;
  const detector = ground.detector(from);
  let losses = 0;
  const stop = detector.onChange(() => {
    if (detector.presence.state === 'lost') losses += 1;
  });
  try {
    for (let time = 0; time < times; time += 1) await shortGap(ground, from);
  } finally {
    stop();
  }
  if (losses > 0) log.against(`gaps of less than ${stubbornness.misses} probes were taken for a loss`);
  else
    log.step(
      13,
      'Short gaps',
      `${from} did not answer ${times} times for a short while; it was never taken for lost`,
      from,
    );

  const frozen = trial.run.clock.now();
  await freeze(ground, from);
  await detectLoss(ground, from, log, frozen);
  const reasons = await decideOn(ground, plan, { planned: false });
  await thaw(ground, from);
  if (reasons.length === 0)
    log.against(`${to} would have taken over by itself although it had been failed over before`);
  else log.step(4, 'Decision', `no: ${reasons.join('; ')}`);
  await untilPresent(ground, from);
  const moved = hosts.filter(({ host }) => !entry.sends(host, from) || entry.sends(host, to));
  if (moved.length > 0)
    log.against(`clients of ${moved.map(({ host }) => host).join(', ')} were sent elsewhere`);
  if (trial.published.commits !== commits) log.against('there was a commit');
  log.step(13, 'No ping-pong', `${from} serves as before; there was no commit`, from);
}

/** Hangs until the detector is one miss short of giving up, and answers again. */
async function shortGap(ground: Ground, cluster: string): Promise<void> {
  const detector = ground.detector(cluster);
  await freeze(ground, cluster);
  await wait(ground.trial.run, {
    awaited: `the detector misses ${cluster} a few times`,
    within: 10,
    changes: [detector],
    look: () =>
      detector.presence.missed >= stubbornness.misses - 2
        ? { met: true, value: undefined }
        : { met: false, seen: `missed ${detector.presence.missed} times` },
  });
  await thaw(ground, cluster);
  await untilPresent(ground, cluster);
}

async function untilPresent({ trial, detector }: Ground, cluster: string): Promise<void> {
  const watching = detector(cluster);
  await wait(trial.run, {
    awaited: `${cluster} answers again`,
    within: 30,
    changes: [watching],
    look: () =>
      watching.answered && watching.presence.state === 'present'
        ? { met: true, value: undefined }
        : { met: false, seen: `${watching.presence.state}, missed ${watching.presence.missed} times` },
  });
}
