import type { KubernetesObject, ResolvedFleet } from '@seatrial/compiler';
import { isHook } from '../../trial/differences/placement-objects.ts';
import { field, textAt } from '../../trial/field.ts';
import type { Subject } from '../../trial/subject.ts';
import { isAbout, type Constraint } from './constraints.ts';
import { kindMutations, labelMutations, noServiceAccount, podMutations } from './mutations.ts';

/** A real object of the fleet, and what makes it one that a constraint refuses. */
export interface Candidate {
  readonly object: KubernetesObject;
  readonly mutated: KubernetesObject;
  /** `no label app.kubernetes.io/name`. */
  readonly mutation: string;
}

/** Those that the constraint's own Rego refuses, and whose real object nobody refuses; those that only it refuses first. */
export async function candidatesFor(
  { refusals }: Subject,
  cluster: string,
  constraint: Constraint,
  objects: readonly KubernetesObject[],
): Promise<Candidate[]> {
  const alone: Candidate[] = [];
  const together: Candidate[] = [];
  for (const object of objects) {
    if (!isAbout(constraint, object.kind) || (await refusals(cluster, object)).length > 0) continue;
    for (const candidate of mutationsOf(object)) {
      const refused = await refusals(cluster, candidate.mutated);
      if (!refused.some((refusal) => refusal.constraint === constraint.id)) continue;
      (refused.length === 1 ? alone : together).push(candidate);
    }
    // One object is enough, unless it takes another constraint along.
    if (alone.length > 0) break;
  }
  return [...alone, ...together];
}

export function mutationsOf(object: KubernetesObject): Candidate[] {
  const mutations = [
    ...(kindMutations[object.kind] ?? []),
    ...(podSpecOf(object) === undefined ? [] : podMutations),
    ...labelMutations(object),
  ];
  return mutations.map(({ name, mutate }) => ({ object, mutated: mutate(object), mutation: name }));
}

/**
 * The objects of a cluster under names of their own, where Gatekeeper is asked. A Namespace keeps its name: rules go by it.
 * Where the fleet has no pods on the cluster, those that it has elsewhere are tried in the cluster's namespaces.
 */
export function objectsToTry(fleet: ResolvedFleet, cluster: string): KubernetesObject[] {
  const own = objectsOn(fleet, cluster);
  const ignored = new Set(own.filter(isIgnored).map(({ metadata }) => metadata.name));
  const tried = own
    .filter(
      (object) => !isHook(object) && !isIgnored(object) && !ignored.has(object.metadata.namespace ?? ''),
    )
    .map((object) => (object.kind === 'Namespace' ? object : renamed(object)));
  if (tried.some((object) => podSpecOf(object) !== undefined)) return tried;
  const namespaces = tried.flatMap(({ kind, metadata }) => (kind === 'Namespace' ? [metadata.name] : []));
  return [...tried, ...namespaces.flatMap((namespace) => workloadsElsewhere(fleet, cluster, namespace))];
}

function objectsOn(fleet: ResolvedFleet, cluster: string): KubernetesObject[] {
  return fleet.placements
    .filter((placement) => placement.cluster === cluster)
    .flatMap(({ objects }) => objects.map(({ object }) => object));
}

/** Deployments of other clusters as they would be in this namespace: under the account that every namespace has. */
function workloadsElsewhere(fleet: ResolvedFleet, cluster: string, namespace: string): KubernetesObject[] {
  const others = fleet.clusters.filter(({ name }) => name !== cluster);
  return others
    .flatMap(({ name }) => objectsOn(fleet, name))
    .filter(({ kind }) => kind === 'Deployment')
    .map((object) => {
      const moved = renamed(noServiceAccount(object));
      return { ...moved, metadata: { ...moved.metadata, namespace } };
    });
}

/** A namespace that Gatekeeper is not asked about. Source: Gatekeeper, "Exempting Namespaces". */
function isIgnored({ kind, metadata }: KubernetesObject): boolean {
  return kind === 'Namespace' && 'admission.gatekeeper.sh/ignore' in (metadata.labels ?? {});
}

function renamed(object: KubernetesObject): KubernetesObject {
  const { annotations: _none, ...metadata } = object.metadata;
  return {
    ...object,
    metadata: { ...metadata, name: `seatrial-${metadata.name}`.slice(0, 50).replace(/-$/u, '') },
  };
}

/** The pod that a workload makes, by itself; undefined for an object that makes none. */
export function podOf(object: KubernetesObject): KubernetesObject | undefined {
  const spec = podSpecOf(object);
  if (spec === undefined || object.kind === 'Pod') return undefined;
  const template =
    field(object, 'spec', 'template') ?? field(object, 'spec', 'jobTemplate', 'spec', 'template');
  const { namespace, name } = object.metadata;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      labels: (field(template, 'metadata', 'labels') ?? {}) as Readonly<Record<string, string>>,
    },
    spec,
  };
}

function podSpecOf(object: KubernetesObject): unknown {
  const inPod = object.kind === 'Pod' ? field(object, 'spec') : undefined;
  const inTemplate = field(object, 'spec', 'template', 'spec');
  const spec = inPod ?? inTemplate ?? field(object, 'spec', 'jobTemplate', 'spec', 'template', 'spec');
  return textAt(spec, 'containers', 0, 'image') === undefined ? undefined : spec;
}
