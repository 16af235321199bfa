import { ApiError, type Kubernetes } from '../kubernetes/kubernetes.ts';
import { Infrastructure } from '../run/outcome-errors.ts';
import type { KubernetesObject, Placement } from '@seatrial/compiler';
import { field, listAt, textAt } from '../trial/field.ts';
import type { Situation } from './decide.ts';
import { shortfall, type Floor } from './floors.ts';
import type { Ground } from './ground.ts';

/** Looks at the cluster that is to take over, with the drill's own eyes: its API server, and what Argo CD says of it. */
export async function standbyFacts(
  ground: Ground,
  cluster: string,
  placements: readonly Placement[],
  floors: readonly Floor[],
): Promise<Situation['standby']> {
  const { trial } = ground;
  const { kubernetes } = trial.cluster(cluster);
  const silent = { ready: false, applications: [], pods: [], secrets: [], policies: [] };
  if (!(await kubernetes.isReady(1000))) return silent;
  try {
    const [pods, secrets, policies] = await Promise.all([
      missingPods(kubernetes, floors),
      missingSecrets(kubernetes, placements),
      policiesNotInForce(ground, cluster),
    ]);
    const applications = placements.flatMap(({ name }) => {
      const { health } = trial.application(name);
      return health === 'Healthy' ? [] : [`${name} is ${health}`];
    });
    return { ready: true, applications, pods, secrets, policies };
  } catch (error) {
    if (error instanceof Infrastructure) return silent;
    throw error;
  }
}

export async function missingPods(kubernetes: Kubernetes, floors: readonly Floor[]): Promise<string[]> {
  const all = await Promise.all(floors.map(async (floor) => shortfall(floor, await kubernetes.get(floor))));
  return all.filter((one) => one !== undefined);
}

/** ExternalSecrets that are not ready, and Secrets that they should have made and that are not there, or empty. */
export async function missingSecrets(
  kubernetes: Kubernetes,
  placements: readonly Placement[],
): Promise<string[]> {
  const wanted = placements
    .flatMap(({ objects }) => objects.map(({ object }) => object))
    .filter(
      ({ kind, apiVersion }) => kind === 'ExternalSecret' && apiVersion.startsWith('external-secrets.io/'),
    );
  const all = await Promise.all(wanted.map((external) => missingSecret(kubernetes, external)));
  return all.filter((one) => one !== undefined);
}

async function missingSecret(
  kubernetes: Kubernetes,
  external: KubernetesObject,
): Promise<string | undefined> {
  const { apiVersion, kind, metadata } = external;
  const { name, namespace = 'default' } = metadata;
  const target = textAt(external, 'spec', 'target', 'name') ?? name;
  const [live, secret] = await Promise.all([
    kubernetes.get({ apiVersion, kind, namespace, name }),
    kubernetes.get({ apiVersion: 'v1', kind: 'Secret', namespace, name: target }),
  ]);
  if (Object.keys((field(secret, 'data') as object | undefined) ?? {}).length === 0)
    return `Secret ${namespace}/${target} is not there, or empty`;
  const ready = listAt(live, 'status', 'conditions').find(
    (condition) => textAt(condition, 'type') === 'Ready',
  );
  return textAt(ready, 'status') === 'True' ? undefined : `ExternalSecret ${namespace}/${name} is not ready`;
}

/** Asks the API server to take an object that the fleet's policies refuse, without keeping it. */
export async function policiesNotInForce(
  { trial, forbidden: known }: Ground,
  cluster: string,
): Promise<string[]> {
  const forbidden = known.get(cluster);
  if (forbidden === undefined) return [];
  const { object, refusals } = forbidden;
  const expected = refusals.map(({ constraint }) => constraint).join(', ');
  try {
    await trial.cluster(cluster).kubernetes.create(object, { dryRun: true });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const said = refusals.some(({ constraint, message }) => {
      const name = constraint.slice(constraint.indexOf('/') + 1);
      return error.message.includes(`[${name}]`) || error.message.includes(message);
    });
    return said ? [] : [`${expected} is not in force on ${cluster}: ${error.message}`];
  }
  return [`${expected} is not in force on ${cluster}: ${object.kind} ${object.metadata.name} would be taken`];
}
