import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { Placement } from '../../resolved/placement.ts';
import { destinationOf } from './destination.ts';
import type { InstanceScope } from './instance-scope.ts';
import { apiVersion, projectName, resourcesFinalizer, waveAnnotation } from './names.ts';
import { subscriptions } from './notification-triggers.ts';
import { refreshPaths } from './refresh-paths.ts';
import { ignoreDifferencesOf, syncPolicyOf } from './sync-policy.ts';

const known = new WeakMap<InstanceScope, Map<Placement, KubernetesObject>>();

/**
 * The Application of one placement, as Argo CD holds it: also where an ApplicationSet generates it. Made once: trees,
 * documents and checks all ask for it.
 */
export function applicationOf(scope: InstanceScope, placement: Placement): KubernetesObject {
  const ofScope = known.get(scope) ?? new Map<Placement, KubernetesObject>();
  known.set(scope, ofScope);
  const application = ofScope.get(placement) ?? makeApplication(scope, placement);
  ofScope.set(placement, application);
  return application;
}

function makeApplication(scope: InstanceScope, placement: Placement): KubernetesObject {
  const { fleet } = scope;
  const sources = scope.sources.get(placement.name) ?? [];
  const syncPolicy = syncPolicyOf(placement.sync);
  const ignoreDifferences = ignoreDifferencesOf(placement.sync);
  const annotations = annotationsOf(scope, placement);
  return {
    apiVersion,
    kind: 'Application',
    metadata: {
      name: placement.name,
      namespace: fleet.argoCd.namespace,
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
      ...(preserves(scope, placement) ? {} : { finalizers: [resourcesFinalizer] }),
    },
    spec: {
      project: projectName(fleet, placement.application),
      ...(sources.length === 1 ? { source: sources[0] } : { sources }),
      destination: destinationOf(scope, placement),
      ...(syncPolicy === undefined ? {} : { syncPolicy }),
      ...(ignoreDifferences.length === 0 ? {} : { ignoreDifferences }),
    },
  };
}

/** Whether the objects stay when the Application goes. For a generated one its ApplicationSet decides. */
function preserves(scope: InstanceScope, placement: Placement): boolean {
  const set = scope.setOf.get(placement.application);
  return set === undefined ? placement.sync.preserveOnDeletion : set.preserveResourcesOnDeletion;
}

function annotationsOf(scope: InstanceScope, placement: Placement): Record<string, string> {
  const { fleet } = scope;
  const paths = refreshPaths(fleet, placement);
  // A generated Application is not an object of the root, so its wave would order nothing there.
  const wave = scope.setOf.has(placement.application)
    ? 0
    : (scope.applications.find((application) => application.name === placement.application)?.wave ?? 0);
  return {
    ...(paths === undefined ? {} : { 'argocd.argoproj.io/manifest-generate-paths': paths }),
    ...(wave === 0 ? {} : { [waveAnnotation]: String(wave) }),
    ...(fleet.argoCd.notifications === undefined ? {} : subscriptions(fleet.argoCd.notifications)),
    ...placement.sync.annotations,
  };
}
