import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { Placement } from '../../resolved/placement.ts';
import { destinationOf, type Destination } from './destination.ts';
import type { InstanceScope } from './instance-scope.ts';
import {
  apiVersion,
  projectName,
  resourcesFinalizer,
  syncOptionsAnnotation,
  waveAnnotation,
} from './names.ts';
import { anyKind, clusterKinds } from './project-kinds.ts';
import { syncWindowsOf } from './sync-windows.ts';

/** Before the Applications on the way in, and, since pruning runs backwards, after them on the way out. */
export const projectWave = '-1';

/**
 * The AppProject of one application: the repositories, clusters, namespaces and cluster-scoped kinds that its placements need.
 *
 * In these namespaces every kind is permitted. Argo CD does not see a live object whose kind its project does not permit
 * (CompareAppState in controller/state.go of Argo CD 3.4): were the list as exact as the objects, the commit that takes an
 * application's last ConfigMap out would take the right away, too, and the object would stay for ever.
 */
export function projectOf(scope: InstanceScope, application: string): KubernetesObject {
  const { fleet } = scope;
  const placements = scope.placements.filter((placement) => placement.application === application);
  const ofCluster = clusterKinds(placements);
  const syncWindows = syncWindowsOf(placements);
  const goesLast = goesAfterApplications(scope, application);
  return {
    apiVersion,
    kind: 'AppProject',
    metadata: {
      name: projectName(fleet, application),
      namespace: fleet.argoCd.namespace,
      annotations: {
        ...(goesLast ? { [syncOptionsAnnotation]: 'PruneLast=true' } : {}),
        [waveAnnotation]: projectWave,
      },
      ...(goesLast ? { finalizers: [resourcesFinalizer] } : {}),
    },
    spec: {
      description: `${application} of the fleet ${fleet.name}`,
      sourceRepos: repositories(scope, placements),
      destinations: destinations(scope, placements),
      ...(ofCluster.length === 0 ? {} : { clusterResourceWhitelist: ofCluster }),
      namespaceResourceWhitelist: [anyKind],
      ...(syncWindows.length === 0 ? {} : { syncWindows }),
    },
  };
}

/**
 * The controller of an ApplicationSet deletes its Applications in its own time, when the set has changed, and Argo CD deletes
 * no object of an Application whose project is gone. So the project goes last, and with the finalizer not before no
 * Application names it any more. Without the first the root would wait for that before it changes the set.
 * Source: `finalizeProjectDeletion` in controller/appcontroller.go of Argo CD 3.4.
 */
function goesAfterApplications({ setOf }: InstanceScope, application: string): boolean {
  return setOf.get(application)?.preserveResourcesOnDeletion === false;
}

function repositories(scope: InstanceScope, placements: readonly Placement[]): string[] {
  const urls = placements.flatMap(({ name }) => scope.sources.get(name) ?? []).map(({ repoURL }) => repoURL);
  return [...new Set(urls)].sort();
}

/** Every cluster with every namespace that an object of a placement there lives in. */
function destinations(scope: InstanceScope, placements: readonly Placement[]): Destination[] {
  const permitted = new Map<string, Destination>();
  for (const placement of placements) {
    const destination = destinationOf(scope, placement);
    const namespaces = [
      placement.namespace,
      ...placement.objects.map(({ object }) => object.metadata.namespace ?? placement.namespace),
      ...placement.charts.flatMap((chart) => chart.namespaces ?? []),
    ];
    for (const namespace of namespaces) {
      const key = `${destination.server ?? ''} ${destination.name ?? ''} ${namespace}`;
      permitted.set(key, { ...destination, namespace });
    }
  }
  return [...permitted]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, destination]) => destination);
}
