import { setTimeout as sleep } from 'node:timers/promises';
import type { Trial } from '../trial/trial.ts';

/** Often enough that nothing stays healed for long, and seldom enough to leave the API server alone. */
const pause = 100;

/** Writes the number of pods of one Deployment, over and over. */
export async function writeOverAndOver(trial: Trial): Promise<() => Promise<void>> {
  for (const { cluster, objects, sync } of trial.published.fleet.placements) {
    const deployment = objects.find(({ object }) => object.kind === 'Deployment')?.object;
    if (deployment === undefined || !sync.selfHeal || !sync.automated) continue;
    const { apiVersion, kind, metadata } = deployment;
    const { name, namespace } = metadata;
    const ref = { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) };
    const { kubernetes } = trial.cluster(cluster);
    const stopped = new AbortController();
    const writing = (async () => {
      for (let replicas = 7; !stopped.signal.aborted; replicas = replicas === 7 ? 8 : 7) {
        await kubernetes.patch(ref, { spec: { replicas } });
        await sleep(pause);
      }
    })();
    return async () => {
      stopped.abort();
      await writing;
    };
  }
  throw new Error(`the fleet ${trial.subject.fleet.name} has no Deployment that anybody could write`);
}
