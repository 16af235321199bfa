import { setTimeout as sleep } from 'node:timers/promises';
import { disturb, undo } from './disturb.ts';
import type { DrillLog } from './drill-log.ts';
import type { Ground } from './ground.ts';
import { holdArgoCd } from './hold-argo-cd.ts';
import { stopWorkloads } from './stop-workloads.ts';

/**
 * Sees to it that a cluster neither serves nor writes, before the other one does: Argo CD may not touch it, clients are
 * sent elsewhere, its right to write is taken, and what runs there is deleted. What cannot be reached is pending.
 */
export async function fence(ground: Ground, cluster: string, log: DrillLog): Promise<void> {
  const { trial, entry, data, state } = ground;
  const { clock, signal } = trial.run;
  const began = clock.now();
  if (trial.faults.has('fence-skipped')) {
    log.step(5, 'Fence', 'left out: that is the fault of this rehearsal', cluster);
    return;
  }
  await disturb(ground, heldBy(cluster), {
    begin: () => holdArgoCd(trial, cluster, true),
    end: () => holdArgoCd(trial, cluster, false),
  });
  entry.withdraw(cluster);
  data.revoke(clock.now());
  log.step(
    5,
    'Fence',
    `Argo CD leaves ${cluster} alone, the entry sends nobody there, epoch ${data.epoch} is revoked`,
    cluster,
  );
  if (ground.detector(cluster).presence.state === 'lost') {
    state.pending.add(cluster);
    const left = data.mayWriteUntil() - clock.now();
    if (left > 0) await sleep(left, undefined, { signal });
    log.step(
      5,
      'Fence pending',
      `${cluster} is out of reach: what runs there is stopped when it is back; its lease on the data has run out`,
      cluster,
    );
  } else {
    await stopOnCluster(ground, cluster, log);
  }
  log.measure(`fence of ${cluster}`, clock.now() - began, 'ms');
}

/** The part of the fence that was pending, or that can be carried out at once. */
export async function stopOnCluster(ground: Ground, cluster: string, log: DrillLog): Promise<void> {
  const { trial, state } = ground;
  if (trial.faults.has('fence-skipped')) return;
  const count = await stopWorkloads(ground, cluster);
  state.pending.delete(cluster);
  state.fenced.add(cluster);
  log.step(
    5,
    'Fence carried out',
    `${count} objects that serve or write are deleted, nothing answers`,
    cluster,
  );
}

/** Argo CD may touch the cluster again: it makes of it what git says. */
export async function liftFence(ground: Ground, cluster: string): Promise<void> {
  ground.state.fenced.delete(cluster);
  await undo(ground, heldBy(cluster));
}

const heldBy = (cluster: string): string => `Argo CD leaves ${cluster} alone`;
