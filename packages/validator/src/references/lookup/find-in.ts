import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import { kindOf, nameOf } from './identity.ts';
import { perCluster } from './per-cluster.ts';

/**
 * The objects of a namespaced kind that may be in a namespace. An object that names no namespace gets one when it is
 * applied, and nobody here knows which: it may be in any.
 */
export function allIn(
  cluster: ClusterView,
  group: string,
  kind: string,
  namespace: string | undefined,
): readonly LocatedObject[] {
  if (namespace === undefined) return cluster.ofKind(group, kind);
  const anywhere = cluster.ofKind(group, kind, '');
  const there = cluster.ofKind(group, kind, namespace);
  return anywhere.length === 0 ? there : [...there, ...anywhere];
}

/** The object of that name that may be in a namespace. */
export function findIn(
  cluster: ClusterView,
  group: string,
  kind: string,
  namespace: string | undefined,
  name: string,
): LocatedObject | undefined {
  if (namespace === undefined) return byName(cluster).get(`${group}/${kind} ${name}`)?.[0];
  return cluster.find(group, kind, namespace, name) ?? cluster.find(group, kind, undefined, name);
}

/** Names of the objects of a kind that may be in a namespace. */
export function namesIn(
  cluster: ClusterView,
  group: string,
  kind: string,
  namespace: string | undefined,
): readonly string[] {
  return [...new Set(allIn(cluster, group, kind, namespace).flatMap((located) => nameOf(located) ?? []))];
}

/** The objects of that kind and name, in whatever namespace. */
export function findAnywhere(
  cluster: ClusterView,
  group: string,
  kind: string,
  name: string,
): readonly LocatedObject[] {
  return byName(cluster).get(`${group}/${kind} ${name}`) ?? [];
}

const byName = perCluster(({ objects }) =>
  Map.groupBy(objects, (located) => `${kindOf(located)} ${nameOf(located) ?? ''}`),
);
