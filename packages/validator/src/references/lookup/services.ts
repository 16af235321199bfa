import { fieldAt, textAt } from '../../json/fields.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import { equalTo, type Requirement } from './label-selector.ts';
import { namespaceOf } from './identity.ts';
import { perCluster } from './per-cluster.ts';
import { selectPods } from './select-pods.ts';
import type { Pods } from './pods-of.ts';

/** A Service that selects pods; one without a selector, or with a name outside, gets its endpoints elsewhere. */
export interface SelectingService {
  readonly located: LocatedObject;
  readonly namespace: string | undefined;
  readonly requirements: readonly Requirement[];
  readonly pods: readonly Pods[];
}

export const selectingServices: (cluster: ClusterView) => readonly SelectingService[] = perCluster(
  (cluster) =>
    cluster.ofKind('', 'Service').flatMap((located) => {
      const requirements = equalTo(fieldAt(located.object, 'spec', 'selector'));
      if (requirements === undefined || requirements.length === 0) return [];
      if (textAt(located.object, 'spec', 'type') === 'ExternalName') return [];
      const namespace = namespaceOf(located);
      return [{ located, namespace, requirements, pods: selectPods(cluster, namespace, requirements) }];
    }),
);
