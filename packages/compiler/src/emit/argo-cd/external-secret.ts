import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { groupOf } from '../../objects/object-id.ts';
import type { SecretReference } from '../../resolved/argo-cd.ts';
import type { Placement } from '../../resolved/placement.ts';
import type { InstanceScope } from './instance-scope.ts';
import { syncOptionsAnnotation, waveAnnotation } from './names.ts';

const group = 'external-secrets.io';

/**
 * An ExternalSecret in Argo CD's namespace. Its lists carry the definition's defaults, because Argo CD compares lists
 * as a whole and would see a difference for ever.
 */
export function externalSecret(
  scope: InstanceScope,
  name: string,
  store: SecretReference['store'],
  spec: Readonly<Record<string, unknown>>,
): KubernetesObject {
  const wave = definitionWave(scope);
  return {
    apiVersion: `${group}/v1`,
    kind: 'ExternalSecret',
    metadata: {
      name,
      namespace: scope.fleet.argoCd.namespace,
      ...(wave === undefined
        ? {}
        : {
            annotations: {
              [syncOptionsAnnotation]: 'SkipDryRunOnMissingResource=true',
              [waveAnnotation]: String(wave + 1),
            },
          }),
    },
    spec: { refreshInterval: '1h0m0s', secretStoreRef: { kind: store.kind, name: store.name }, ...spec },
  };
}

/** Wave of the application that brings External Secrets to this Argo CD's own cluster; undefined: none of the fleet's. */
function definitionWave(scope: InstanceScope): number | undefined {
  const brings = scope.placements.find(
    (placement) => placement.cluster === scope.instance.cluster && definesSecrets(placement),
  );
  return scope.applications.find((application) => application.name === brings?.application)?.wave;
}

function definesSecrets(placement: Placement): boolean {
  return (
    placement.charts.some((chart) => chart.definitions?.groups.includes(group) === true) ||
    placement.objects.some(
      ({ object }) =>
        groupOf(object.apiVersion) === 'apiextensions.k8s.io' && object.metadata.name.endsWith(`.${group}`),
    )
  );
}
