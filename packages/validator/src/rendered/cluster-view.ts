import { groupOf } from '@seatrial/compiler';
import { textAt } from '../json/fields.ts';
import { hasKind } from './has-kind.ts';
import type { LocatedObject } from './located-object.ts';
import type { RenderedCluster } from './rendered-cluster.ts';

/** A cluster with its objects, fit for looking things up. */
export interface ClusterView extends RenderedCluster {
  readonly objects: readonly LocatedObject[];
  /** The objects of a kind (of any version of its group), in a namespace where one is given. */
  ofKind(group: string, kind: string, namespace?: string): readonly LocatedObject[];
  /** The object of that identity; `namespace` undefined: a cluster-scoped one, or one without a namespace. */
  find(group: string, kind: string, namespace: string | undefined, name: string): LocatedObject | undefined;
  /** The first unrendered part that may bring an object into this namespace (undefined: a cluster-scoped one). */
  mayComeFrom(namespace: string | undefined): string | undefined;
}

export function clusterView(cluster: RenderedCluster, all: readonly LocatedObject[]): ClusterView {
  const objects = all.filter(hasKind);
  const byKind = new Map<string, LocatedObject[]>();
  const byIdentity = new Map<string, LocatedObject>();
  for (const located of objects) {
    const { apiVersion, kind } = located.object;
    const kindKey = `${groupOf(apiVersion)}/${kind}`;
    const namespace = textAt(located.object, 'metadata', 'namespace') ?? '';
    for (const key of [kindKey, `${kindKey}/${namespace}`]) {
      const known = byKind.get(key);
      if (known === undefined) byKind.set(key, [located]);
      else known.push(located);
    }
    byIdentity.set(`${kindKey}/${namespace}/${textAt(located.object, 'metadata', 'name') ?? ''}`, located);
  }
  return {
    ...cluster,
    objects,
    ofKind: (group, kind, namespace) =>
      byKind.get(`${group}/${kind}${namespace === undefined ? '' : `/${namespace}`}`) ?? [],
    find: (group, kind, namespace, name) => byIdentity.get(`${group}/${kind}/${namespace ?? ''}/${name}`),
    mayComeFrom: (namespace) =>
      cluster.unrendered.find(
        ({ namespaces }) =>
          namespaces === undefined || namespace === undefined || namespaces.includes(namespace),
      )?.what,
  };
}
