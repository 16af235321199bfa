import type { LocatedObject } from '../rendered/located-object.ts';
import type { SetView } from '../rendered/set-view.ts';
import { textAt } from '../json/fields.ts';
import { clustersRegisteredBy, type RegisteredCluster } from './generate/registered-cluster.ts';
import { isOfArgoCd } from './kinds.ts';
import { labelsOfSecret, repositoriesDeclaredBy, type DeclaredRepository } from './declared-secret.ts';

/** One Argo CD: a namespace of a cluster, and what the objects there tell it. */
export interface ControlPlane {
  /** The cluster that it runs on. */
  readonly cluster: string;
  readonly namespace: string;
  /** Whether everything that it is told is among the objects. */
  readonly complete: boolean;
  /** Projects by name. A repository may have a name more than once: for Argo CDs that it does not tell apart. */
  readonly projects: ReadonlyMap<string, readonly LocatedObject[]>;
  readonly clusters: readonly RegisteredCluster[];
  /** Whether an operator makes registrations that cannot be read here. */
  readonly hasHiddenClusters: boolean;
  readonly repositories: readonly DeclaredRepository[];
  /** A key of `argocd-cm`; undefined where it is not set, or not among the objects. */
  setting(key: string): string | undefined;
  /** A key of `argocd-cmd-params-cm`. */
  parameter(key: string): string | undefined;
}

/** Every Argo CD of a set, by {@link planeKey}. */
export function controlPlanesOf(view: SetView): ReadonlyMap<string, ControlPlane> {
  const told = view.objects.filter(
    (located) => isOfArgoCd(located) || isSetting(located) || isSecretOfArgoCd(located),
  );
  const planes = new Map<string, ControlPlane>();
  const namespaceOf = namespacesOf(view);
  for (const [cluster, members] of Map.groupBy(told, ({ place }) => place.cluster)) {
    // Applications may live in any namespace, everything else only where Argo CD is.
    const sure = members
      .filter(({ object }) => !isApplication(object?.kind))
      .flatMap((one) => namespaceOf(one) ?? []);
    const possible = members.flatMap((one) => namespaceOf(one) ?? []);
    const namespaces = new Set(sure.length > 0 ? sure : possible.length > 0 ? possible : ['argocd']);
    const [first = 'argocd'] = namespaces;
    for (const namespace of namespaces) {
      const own = members.filter((one) => (namespaceOf(one) ?? first) === namespace);
      const complete = view.views.get(cluster)?.complete === true;
      planes.set(planeKey(cluster, namespace), planeOf(cluster, namespace, complete, own));
    }
  }
  return planes;
}

/** Where an object is: its own namespace, or that of the unit that applies it. */
export function namespacesOf({ units }: SetView): (located: LocatedObject) => string | undefined {
  const homes = new Map(units.map(({ name, namespace }) => [name, namespace]));
  return ({ object, unit }) =>
    textAt(object, 'metadata', 'namespace') ?? (unit === undefined ? undefined : homes.get(unit));
}

export function planeKey(cluster: string, namespace: string): string {
  return `${cluster}/${namespace}`;
}

function planeOf(
  cluster: string,
  namespace: string,
  complete: boolean,
  members: readonly LocatedObject[],
): ControlPlane {
  const projects = members.filter(({ object }) => object.kind === 'AppProject');
  const named = (name: string): LocatedObject | undefined =>
    members.find(({ object }) => object.kind === 'ConfigMap' && textAt(object, 'metadata', 'name') === name);
  const [settings, parameters] = [named('argocd-cm'), named('argocd-cmd-params-cm')];
  return {
    cluster,
    namespace,
    complete,
    projects: Map.groupBy(projects, ({ object }) => textAt(object, 'metadata', 'name') ?? ''),
    clusters: clustersRegisteredBy(members),
    hasHiddenClusters: members.some(
      (one) =>
        one.object.kind !== 'Secret' && labelsOfSecret(one)?.['argocd.argoproj.io/secret-type'] === 'cluster',
    ),
    repositories: repositoriesDeclaredBy(members),
    setting: (key) => textAt(settings?.object, 'data', key),
    parameter: (key) => textAt(parameters?.object, 'data', key),
  };
}

function isApplication(kind: unknown): boolean {
  return kind === 'Application' || kind === 'ApplicationSet';
}

function isSetting({ object }: LocatedObject): boolean {
  const name = textAt(object, 'metadata', 'name');
  return object?.kind === 'ConfigMap' && (name === 'argocd-cm' || name === 'argocd-cmd-params-cm');
}

function isSecretOfArgoCd(located: LocatedObject): boolean {
  const type = labelsOfSecret(located)?.['argocd.argoproj.io/secret-type'];
  return type === 'cluster' || type === 'repository';
}
