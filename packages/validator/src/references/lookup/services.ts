import { fieldAt, textAt } from '../../json/fields.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import { equalTo } from './label-selector.ts';
import { perCluster } from './per-cluster.ts';
import { podSelector, type PodSelector } from './pod-selector.ts';

/** Services that select pods; one without a selector, or with a name outside, gets its endpoints elsewhere. */
export const selectingServices: (cluster: ClusterView) => readonly PodSelector[] = perCluster((cluster) =>
  cluster.ofKind('', 'Service').flatMap((located) => {
    const requirements = equalTo(fieldAt(located.object, 'spec', 'selector'));
    if (requirements === undefined || requirements.length === 0) return [];
    if (textAt(located.object, 'spec', 'type') === 'ExternalName') return [];
    return [podSelector(cluster, located, requirements)];
  }),
);
