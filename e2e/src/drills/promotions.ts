import type { LabCluster } from '../lab/lab.ts';
import type { Run } from '../run/run.ts';
import type { Changes } from '../run/wait.ts';
import { promotedBy } from './epoch-in-git.ts';
import type { Promotion, ReplicatedCounter } from './replicated-counter.ts';

/** One promotion Job that succeeded, and what the data said to it. */
export interface PromotionAttempt {
  readonly at: number;
  readonly cluster: string;
  readonly epoch: number;
  /** Of the Job: every sync makes a new one. */
  readonly uid: string;
  readonly promotion: Promotion;
}

/** Carries out what a promotion Job is for, once the Job has succeeded: on these control planes it has no data to talk to. */
export interface Promotions extends Changes {
  readonly attempts: readonly PromotionAttempt[];
  stop(): void;
}

export async function startPromotions(
  run: Run,
  clusters: readonly LabCluster[],
  data: ReplicatedCounter,
): Promise<Promotions> {
  const attempts: PromotionAttempt[] = [];
  const listeners = new Set<() => void>();
  const watches = clusters.map(({ name: cluster, apiServer }) => {
    const jobs = apiServer.behindTheCut.watch({ apiVersion: 'batch/v1', kind: 'Job' });
    jobs.onEvent(({ object }) => {
      const epoch = promotedBy(object);
      const uid = String(object.metadata['uid']);
      if (epoch === undefined || attempts.some((attempt) => attempt.uid === uid)) return;
      const at = run.clock.now();
      attempts.push({ at, cluster, epoch, uid, promotion: data.promote(cluster, epoch, at) });
      for (const listener of listeners) listener();
    });
    return jobs;
  });
  await Promise.all(watches.map(({ synced }) => synced));
  return {
    attempts,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => {
      for (const watch of watches) watch.close();
    },
  };
}
