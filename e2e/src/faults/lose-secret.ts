import type { Trial } from '../trial/trial.ts';

/** Stops External Secrets on one cluster and deletes a Secret that it had made there. */
export async function loseSecret(trial: Trial): Promise<() => Promise<void>> {
  for (const { placement, name } of trial.published.fleet.documents.externalSecrets) {
    const { cluster, namespace, sync } = trial.placement(placement);
    const { externalSecrets, kubernetes } = trial.cluster(cluster);
    if (externalSecrets === undefined || !sync.automated) continue;
    await externalSecrets.kill();
    await kubernetes.delete({ apiVersion: 'v1', kind: 'Secret', namespace, name });
    return () => externalSecrets.start();
  }
  throw new Error(`the fleet ${trial.subject.fleet.name} has no Secret that could be lost`);
}
