import type { ResolvedApplication } from '../../../src/resolved/application.ts';
import type { ResolvedChart } from '../../../src/resolved/chart.ts';
import type { ResolvedCluster } from '../../../src/resolved/cluster.ts';
import type { ResolvedFleet } from '../../../src/resolved/fleet.ts';
import type { Placement } from '../../../src/resolved/placement.ts';
import type { ResolvedSync } from '../../../src/resolved/sync.ts';
import type { KubernetesObject } from '../../../src/objects/kubernetes-object.ts';

export const automatedSync: ResolvedSync = {
  automated: true,
  prune: true,
  selfHeal: true,
  allowEmpty: false,
  createNamespace: true,
  serverSideApply: true,
  pruneLast: false,
  applyOutOfSyncOnly: false,
  options: [],
  retry: { limit: 5, backoff: { duration: '5s', factor: 2, maxDuration: '3m' } },
  ignoreDifferences: [],
  annotations: {},
  preserveOnDeletion: false,
};

export const manualSync: ResolvedSync = { ...automatedSync, automated: false };

export function cluster(name: string, more: Partial<ResolvedCluster> = {}): ResolvedCluster {
  return {
    name,
    kubernetes: { minor: '1.34', version: '1.34.4' },
    labels: {},
    environments: ['prod'],
    ...more,
  };
}

export function deployment(name: string, namespace: string, replicas: number): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace },
    spec: { replicas },
  };
}

export function application(name: string, more: Partial<ResolvedApplication> = {}): ResolvedApplication {
  return { name, namespace: name, base: [], foreignBases: [], chartValues: {}, after: [], wave: 0, ...more };
}

/** A placement with one Deployment, in the folder that its names give. */
export function placement(
  name: string,
  environment: string,
  place: string,
  more: Partial<Placement> = {},
): Placement {
  return {
    name: `${name}-${environment}-${place}`,
    application: name,
    environment,
    cluster: place,
    namespace: name,
    revision: 'main',
    folder: `${place}/${environment}/${name}`,
    objects: [{ object: deployment(name, name, 2), component: name }],
    charts: [],
    sync: automatedSync,
    windows: [],
    ...more,
  };
}

export function chart(component: string, version: string, more: Partial<ResolvedChart> = {}): ResolvedChart {
  return {
    component,
    source: { repository: 'https://charts.example', chart: component, version },
    release: component,
    values: { name: component },
    ...more,
  };
}

type Parts = Pick<ResolvedFleet, 'clusters' | 'applications' | 'placements'>;

/** A fleet whose placements all belong to one Argo CD, on the cluster `hub`. */
export function fleet(name: string, parts: Parts, more: Partial<ResolvedFleet> = {}): ResolvedFleet {
  return {
    name,
    repository: `https://git.example/${name}/fleet.git`,
    engine: 'argo-cd',
    tree: `clusters/${name}`,
    failover: [],
    documents: { externalSecrets: [], hosts: [], promotions: [] },
    argoCd: argoCd(parts.placements),
    ...parts,
    ...more,
  };
}

export function argoCd(
  placements: readonly Placement[],
  more: Partial<ResolvedFleet['argoCd']> = {},
): ResolvedFleet['argoCd'] {
  return {
    namespace: 'argocd',
    instances: [
      { cluster: 'hub', folder: 'argo-cd', revision: 'main', placements: placements.map(({ name }) => name) },
    ],
    applicationSets: [],
    repositories: [],
    ...more,
  };
}
