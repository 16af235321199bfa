import { isDeepStrictEqual } from 'node:util';
import type { ClusterView } from './cluster-view.ts';

/** Whether two views are of a cluster as it was: then every check says the same of them. */
export function isSameCluster(before: ClusterView, now: ClusterView): boolean {
  return (
    before.kinds === now.kinds &&
    before.objects.length === now.objects.length &&
    before.objects.every((object, index) => object === now.objects[index]) &&
    isDeepStrictEqual(factsOf(before), factsOf(now))
  );
}

/** All that a view knows beside its objects and kinds. */
function factsOf(view: ClusterView): unknown {
  return Object.entries(view).filter(
    ([name, value]) => name !== 'objects' && name !== 'kinds' && typeof value !== 'function',
  );
}
