import { clusterView, type ClusterView } from './cluster-view.ts';
import { hasKind } from './has-kind.ts';
import type { LocatedObject } from './located-object.ts';
import type { RenderedSet } from './rendered-set.ts';

/** A rendered set, fit for looking things up across clusters. */
export interface SetView extends RenderedSet {
  readonly views: ReadonlyMap<string, ClusterView>;
  /** The objects that each unit applies. */
  readonly objectsOf: ReadonlyMap<string, readonly LocatedObject[]>;
}

/** Views of sets that are validated part by part. */
const known = new WeakMap<RenderedSet, SetView>();

export function setView(set: RenderedSet): SetView {
  const view = known.get(set) ?? makeView(set);
  known.set(set, view);
  return view;
}

function makeView(set: RenderedSet): SetView {
  const objects = set.objects.filter(hasKind);
  const ofCluster = Map.groupBy(objects, ({ place }) => place.cluster);
  const ofUnit = Map.groupBy(
    objects.filter(({ unit }) => unit !== undefined),
    ({ unit }) => unit as string,
  );
  return {
    ...set,
    objects,
    views: new Map(
      set.clusters.map((cluster) => [cluster.name, clusterView(cluster, ofCluster.get(cluster.name) ?? [])]),
    ),
    objectsOf: ofUnit,
  };
}
