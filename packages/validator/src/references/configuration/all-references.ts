import { recordAt, textAt } from '../../json/fields.ts';
import { isRecord } from '../../json/is-record.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import { kindOf, namespaceOf } from '../lookup/identity.ts';
import { perCluster } from '../lookup/per-cluster.ts';
import { podsOf } from '../lookup/pods-of.ts';
import { monitorReferences } from './monitor-references.ts';
import { each, podReferences, reference, type ConfigurationReference } from './pod-references.ts';

/** A reference to a ConfigMap or Secret, and the object that holds it. */
export interface LocatedReference extends ConfigurationReference {
  readonly by: LocatedObject;
  readonly namespace: string | undefined;
}

/** Every reference of a cluster to a ConfigMap or Secret that is certain to be one. */
export const referencesOf: (cluster: ClusterView) => readonly LocatedReference[] = perCluster((cluster) => {
  const pods = podsOf(cluster);
  return cluster.objects.flatMap((by) => {
    const made = pods.by(by);
    const own = namespaceOf(by);
    const found = made === undefined ? referencesIn(by) : podReferences(made.pod);
    return found.map((one) => ({ namespace: own, ...one, by }));
  });
});

type Found = ConfigurationReference & { readonly namespace?: string };

function referencesIn(by: LocatedObject): readonly Found[] {
  const { object } = by;
  switch (kindOf(by)) {
    case '/ServiceAccount':
      return each(object, 'imagePullSecrets', '').flatMap(([one, at]) => reference('Secret', one, at));
    case 'networking.k8s.io/Ingress':
      return each(recordAt(object, 'spec'), 'tls', '/spec').flatMap(([one, at]) =>
        reference('Secret', one, at, 'secretName'),
      );
    case 'traefik.io/IngressRoute':
    case 'traefik.io/IngressRouteTCP':
      return reference('Secret', recordAt(object, 'spec', 'tls'), '/spec/tls', 'secretName');
    case 'gateway.networking.k8s.io/Gateway':
      return gatewayReferences(object);
    case 'monitoring.coreos.com/ServiceMonitor':
      return monitorReferences(object, 'endpoints');
    case 'monitoring.coreos.com/PodMonitor':
      return monitorReferences(object, 'podMetricsEndpoints');
    case 'keda.sh/TriggerAuthentication':
      return each(recordAt(object, 'spec'), 'secretTargetRef', '/spec').flatMap(([one, at]) =>
        reference('Secret', one, at),
      );
    default:
      return [];
  }
}

function gatewayReferences(object: unknown): readonly Found[] {
  return each(recordAt(object, 'spec'), 'listeners', '/spec').flatMap(([listener, at]) =>
    each(recordAt(listener, 'tls'), 'certificateRefs', `${at}/tls`).flatMap(([one, field]) => {
      if (!isRecord(one) || (textAt(one, 'kind') ?? 'Secret') !== 'Secret' || textAt(one, 'group')) return [];
      const namespace = textAt(one, 'namespace');
      return reference('Secret', one, field).map((found) =>
        namespace === undefined ? found : { ...found, namespace },
      );
    }),
  );
}
