import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { groupOf } from '../../objects/object-id.ts';
import type { SecretReference } from '../../resolved/argo-cd.ts';
import type { Placement } from '../../resolved/placement.ts';
import type { InstanceScope } from './instance-scope.ts';
import { syncOptionsAnnotation, waveAnnotation } from './names.ts';

const group = 'external-secrets.io';

/**
 * An ExternalSecret in Argo CD's namespace, in a wave after the applications of the fleet that it needs. Its lists
 * carry the definition's defaults, because Argo CD compares lists as a whole and would see a difference for ever.
 */
export function externalSecret(
  scope: InstanceScope,
  name: string,
  store: SecretReference['store'],
  spec: Readonly<Record<string, unknown>>,
  wave = waveAfter(scope, (placement) => definesSecrets(placement) || holdsStore(placement, store)),
): KubernetesObject {
  const annotations = {
    ...(scope.placements.some((placement) => isHere(scope, placement) && definesSecrets(placement))
      ? { [syncOptionsAnnotation]: 'SkipDryRunOnMissingResource=true' }
      : {}),
    ...(wave === 0 ? {} : { [waveAnnotation]: String(wave) }),
  };
  return {
    apiVersion: `${group}/v1`,
    kind: 'ExternalSecret',
    metadata: {
      name,
      namespace: scope.fleet.argoCd.namespace,
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    },
    spec: { refreshInterval: '1h0m0s', secretStoreRef: { kind: store.kind, name: store.name }, ...spec },
  };
}

/** The wave after those of the applications that Argo CD's own cluster has such a placement of; 0 without any. */
function waveAfter(scope: InstanceScope, needed: (placement: Placement) => boolean): number {
  const names = new Set(
    scope.placements
      .filter((placement) => isHere(scope, placement) && needed(placement))
      .map((placement) => placement.application),
  );
  const waves = scope.applications.filter(({ name }) => names.has(name)).map(({ wave }) => wave + 1);
  return Math.max(0, ...waves);
}

function isHere(scope: InstanceScope, placement: Placement): boolean {
  return placement.cluster === scope.instance.cluster;
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

function holdsStore(placement: Placement, store: SecretReference['store']): boolean {
  return placement.objects.some(
    ({ object }) => object.kind === store.kind && object.metadata.name === store.name,
  );
}
