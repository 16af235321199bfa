import type { ClusterView } from '../../rendered/cluster-view.ts';

/** A function of a cluster that is worked out once for each, however many checks ask. */
export function perCluster<T>(build: (cluster: ClusterView) => T): (cluster: ClusterView) => T {
  const known = new WeakMap<ClusterView, { readonly value: T }>();
  return (cluster) => {
    const found = known.get(cluster);
    if (found !== undefined) return found.value;
    const value = build(cluster);
    known.set(cluster, { value });
    return value;
  };
}
