import type {
  KubernetesObject,
  Placement,
  ResolvedApplication,
  ResolvedFleet,
  ResolvedObject,
} from '@seatrial/compiler';

/** One application on one cluster: all that the law needs to know. */
export interface Case {
  readonly baseNamespace: string;
  readonly namespace: string;
  readonly base: readonly ResolvedObject[];
  readonly objects: readonly ResolvedObject[];
  readonly foreignBases?: ResolvedApplication['foreignBases'];
}

/** A resolved fleet of one application with one placement for each list of objects. */
export function fleetOf({ baseNamespace, namespace, base, objects, foreignBases = [] }: Case): ResolvedFleet {
  const application: ResolvedApplication = {
    name: 'api',
    namespace: baseNamespace,
    base: [...base],
    foreignBases,
    chartValues: {},
    after: [],
    wave: 0,
  };
  return {
    name: 'luneo',
    repository: 'https://git.example/luneo/fleet.git',
    engine: 'argo-cd',
    tree: 'clusters/luneo',
    clusters: [],
    applications: [application],
    placements: [placementOf(namespace, objects)],
    failover: [],
    argoCd: { namespace: 'argocd', instances: [], applicationSets: [], repositories: [] },
    documents: { externalSecrets: [], hosts: [], promotions: [] },
  };
}

export function placementOf(
  namespace: string,
  objects: readonly ResolvedObject[],
  cluster = 'paris',
): Placement {
  return {
    name: `api-prod-${cluster}`,
    application: 'api',
    environment: 'prod',
    cluster,
    namespace,
    revision: 'main',
    folder: `${cluster}/prod/api`,
    objects: [...objects],
    charts: [],
    sync: {} as Placement['sync'],
    windows: [],
  };
}

export function resolved(object: KubernetesObject, component = 'api'): ResolvedObject {
  return { object, component };
}
