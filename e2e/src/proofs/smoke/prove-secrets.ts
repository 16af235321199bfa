import { argoCdObjects, type KubernetesObject, type ResolvedFleet } from '@seatrial/compiler';
import { Disproof, Timeout } from '../../run/outcome-errors.ts';
import { wait, type Look } from '../../run/wait.ts';
import { field, listAt, textAt } from '../../trial/field.ts';
import { objectHealth } from '../../trial/object-health.ts';
import type { Notes, Trial } from '../../trial/trial.ts';

/** Seconds in which External Secrets puts back what is missing, before the run's patience. */
const withinSeconds = 15;

/** Every ExternalSecret that the fleet puts on a cluster without a person, Argo CD's own too. */
export function externalSecretsOf(fleet: ResolvedFleet, cluster: string): readonly KubernetesObject[] {
  return [
    ...fleet.placements.flatMap((placement) =>
      placement.cluster === cluster && placement.sync.automated
        ? placement.objects.map(({ object }) => object)
        : [],
    ),
    ...argoCdObjects(fleet).flatMap((each) => (each.cluster === cluster ? [each.object] : [])),
  ].filter(({ kind }) => kind === 'ExternalSecret');
}

/** Looks at each ExternalSecret of a cluster and at the Secret that it promises. */
export async function proveSecrets(trial: Trial, cluster: string, notes: Notes): Promise<void> {
  const secrets = externalSecretsOf(trial.published.fleet, cluster);
  const keys = await Promise.all(secrets.map(async (secret) => await proveSecret(trial, cluster, secret)));
  notes.saw(
    `${String(secrets.length)} ExternalSecrets are Ready, and their Secrets hold ${String(keys.flat().length)} keys`,
  );
  notes.measure('secrets', secrets.length, 'objects');
}

/** Gives the keys of the Secret. */
async function proveSecret(
  trial: Trial,
  cluster: string,
  secret: KubernetesObject,
): Promise<readonly string[]> {
  const { name, namespace = '' } = secret.metadata;
  const named = `ExternalSecret ${namespace}/${name} of ${cluster}`;
  let said: string | undefined;
  try {
    return await wait(trial.run, {
      awaited: `${named} is Ready and its Secret is there`,
      within: withinSeconds,
      async look(): Promise<Look<readonly string[]>> {
        const { look, complaint } = await lookAtSecret(trial, cluster, secret);
        said = complaint;
        return look;
      },
    });
  } catch (error) {
    // A store that has not answered yet says nothing; one that says no, or that forgot what it gave, does.
    if (error instanceof Timeout && said !== undefined) {
      throw new Disproof(`${named}: ${said}`, { cause: error });
    }
    throw error;
  }
}

async function lookAtSecret(
  trial: Trial,
  cluster: string,
  wanted: KubernetesObject,
): Promise<{ look: Look<readonly string[]>; complaint?: string }> {
  const { kubernetes } = trial.cluster(cluster);
  const { apiVersion, kind } = wanted;
  const { name, namespace = '' } = wanted.metadata;
  const live = await kubernetes.get({ apiVersion, kind, namespace, name });
  if (live === undefined) return { look: { met: false, seen: 'it is not there' } };
  const health = objectHealth(live);
  if (health !== 'Healthy') {
    const condition = listAt(live, 'status', 'conditions')[0];
    const seen = `not Ready: ${textAt(condition, 'message') ?? 'no condition yet'}`;
    return health === 'Degraded'
      ? { look: { met: false, seen }, complaint: seen }
      : { look: { met: false, seen } };
  }
  const target = textAt(live, 'spec', 'target', 'name') ?? name;
  const made = await kubernetes.get({ apiVersion: 'v1', kind: 'Secret', namespace, name: target });
  if (made === undefined) {
    const seen = `it is Ready, but there is no Secret ${target}`;
    return { look: { met: false, seen }, complaint: seen };
  }
  const keys = Object.keys(field(made, 'data') ?? {});
  const missing = listAt(live, 'spec', 'data').flatMap((entry) => {
    const key = textAt(entry, 'secretKey');
    return key === undefined || keys.includes(key) ? [] : [key];
  });
  if (missing.length > 0) {
    const seen = `it is Ready, but the Secret ${target} lacks ${missing.join(', ')}`;
    return { look: { met: false, seen }, complaint: seen };
  }
  return { look: { met: true, value: keys } };
}
