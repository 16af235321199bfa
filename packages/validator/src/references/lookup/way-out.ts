import type { ClusterView } from '../../rendered/cluster-view.ts';
import { findAnywhere, namesIn } from './find-in.ts';
import { namespaceOf } from './identity.ts';
import { suggestion } from './suggestion.ts';

/** The hint for an object that is not there: where else it is, which name is near, else `otherwise`, one sentence. */
export function wayOut(
  cluster: ClusterView,
  wanted: {
    readonly group: string;
    readonly kind: string;
    readonly namespace: string | undefined;
    readonly name: string;
  },
  otherwise: string,
): string {
  const { group, kind, namespace, name } = wanted;
  const [elsewhere] = findAnywhere(cluster, group, kind, name);
  const there = elsewhere && namespaceOf(elsewhere);
  if (there !== undefined) return `${otherwise.replace(/\.$/, '')}; there is one in namespace ${there}.`;
  return suggestion(name, namesIn(cluster, group, kind, namespace), otherwise);
}
