import type { ClusterCheck } from '../check/check.ts';
import { severityOfMissing } from '../check/missing.ts';
import { fieldAt, listAt, textAt } from '../json/fields.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { containersOf } from '../rendered/pod-spec.ts';
import { placeOf } from '../rendered/place-of.ts';
import { autoscalersOf } from './lookup/autoscalers.ts';
import { allIn, findIn } from './lookup/find-in.ts';
import { called, kindOf } from './lookup/identity.ts';
import { podsOf, type Pods } from './lookup/pods-of.ts';
import { listed } from './lookup/suggestion.ts';
import { groupOf } from '@seatrial/compiler';

export const anAutoscalerCanMeasure: ClusterCheck = {
  rule: 'The pods that an autoscaler scales request what it measures',
  explanation: {
    code: 'SEA3430',
    title: 'An autoscaler measures what its pods do not request',
    meaning:
      'A target of so many percent is of what the containers request. Where one of them requests nothing of that resource, the autoscaler fails with ' +
      'FailedGetResourceMetric, and the replicas stay as they are, whatever the load is.',
    fix: 'Request the resource in every container (a limit counts as a request), or measure one container with a ContainerResource metric, or an average value instead of a utilization.',
  },
  run(cluster, say) {
    for (const { located, namespace, apiVersion, kind, name } of autoscalersOf(cluster)) {
      if (kindOf(located) !== 'autoscaling/HorizontalPodAutoscaler') continue;
      const target = findIn(cluster, groupOf(apiVersion), kind, namespace, name);
      const pods = target && podsOf(cluster).by(target);
      // A LimitRange gives requests to containers that have none.
      if (pods === undefined || hasDefaults(cluster, namespace)) continue;
      for (const { resource, field, container } of utilizationsOf(located)) {
        const without = withoutRequest(pods, resource, container);
        if (without.length === 0) continue;
        say.wrong(placeOf(located, field), {
          severity: severityOfMissing(cluster),
          sentence: `${called(located)} measures the use of ${resource} against the requests of ${called(pods.located)}, and its ${
            without.length === 1 ? 'container' : 'containers'
          } ${listed(without)} ${without.length === 1 ? 'requests' : 'request'} none.`,
          hint: `Add resources.requests.${resource} to every container.`,
        });
      }
    }
  },
};

function hasDefaults(cluster: ClusterView, namespace: string | undefined): boolean {
  return allIn(cluster, '', 'LimitRange', namespace).length > 0;
}

interface Utilization {
  readonly resource: string;
  readonly field: string;
  /** Undefined: all containers. */
  readonly container: string | undefined;
}

function utilizationsOf({ object }: LocatedObject): readonly Utilization[] {
  // autoscaling/v1 knows nothing else.
  if (fieldAt(object, 'spec', 'targetCPUUtilizationPercentage') !== undefined)
    return [{ resource: 'cpu', field: '/spec/targetCPUUtilizationPercentage', container: undefined }];
  return listAt(object, 'spec', 'metrics').flatMap((metric, index) =>
    (['resource', 'containerResource'] as const).flatMap((source) => {
      const resource = textAt(metric, source, 'name');
      if (!resource || textAt(metric, source, 'target', 'type') !== 'Utilization') return [];
      const container = textAt(metric, source, 'container');
      return [{ resource, field: `/spec/metrics/${index}/${source}/target`, container }];
    }),
  );
}

/** Names of the containers that run beside each other and request nothing of a resource. */
function withoutRequest({ pod }: Pods, resource: string, only: string | undefined): readonly string[] {
  return containersOf(pod).flatMap(({ container, list }) => {
    const name = textAt(container, 'name') ?? '';
    const isRunning =
      list === 'containers' || (list === 'initContainers' && container['restartPolicy'] === 'Always');
    if (!isRunning || (only !== undefined && only !== name)) return [];
    const has = ['requests', 'limits'].some(
      (side) => fieldAt(container, 'resources', side, resource) !== undefined,
    );
    return has || fieldAt(pod.spec, 'resources', 'requests', resource) !== undefined ? [] : [name];
  });
}
