import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { InstanceScope } from './instance-scope.ts';
import { syncOptionsAnnotation, waveAnnotation } from './names.ts';

/**
 * Settings of an installed Argo CD that the fleet adds keys to: applied on the server's side they merge with what is
 * there, and they are never pruned, because the ConfigMap belongs to the installation.
 */
export function settings(
  scope: InstanceScope,
  name: string,
  data: Readonly<Record<string, string>>,
): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name,
      namespace: scope.fleet.argoCd.namespace,
      // Argo CD only reads settings that carry its own labels.
      labels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/part-of': 'argocd' },
      annotations: { [syncOptionsAnnotation]: 'Prune=false,ServerSideApply=true', [waveAnnotation]: '-1' },
    },
    data,
  };
}
