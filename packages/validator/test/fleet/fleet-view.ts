import {
  checkModel,
  resolve,
  takeovers,
  type KubernetesObject,
  type ResolvedFleet,
} from '@seatrial/compiler';
import { kindIndex, type KindIndex, type LocatedObject, type Unrendered } from '@seatrial/validator';
import type { FleetCheck } from '../../src/check/check.ts';
import { runChecks } from '../../src/check/run-checks.ts';
import type { FleetView } from '../../src/rendered/fleet-view.ts';
import { setView } from '../../src/rendered/set-view.ts';
import { takeoverView } from '../../src/rendered/takeover.ts';
import { cluster, setOf } from '../support/rendered-set.ts';

/** What a test adds to a model: by cluster, unless said otherwise. */
export interface Further {
  readonly kinds?: Readonly<Record<string, KindIndex>>;
  readonly unrendered?: Readonly<Record<string, readonly Unrendered[]>>;
  /** What helm makes of a chart, by its component. */
  readonly charts?: Readonly<Record<string, readonly unknown[]>>;
  /** What kustomize makes of a base, by its path. */
  readonly bases?: Readonly<Record<string, readonly unknown[]>>;
}

/** A pair of clusters, as most tests need one. */
export const pair = {
  paris: { kubernetes: '1.34', role: 'active', environments: ['prod'] },
  dublin: { kubernetes: '1.34', role: 'standby', environments: ['prod'] },
} as const;

/** A fleet resolved by the compiler, with its takeovers, as the checks see it. */
export function fleetView(
  applications: object,
  model: object = {},
  { kinds = {}, unrendered = {}, charts = {}, bases = {} }: Further = {},
): FleetView {
  const checked = checkModel({
    name: 'shop',
    repository: 'https://git.example/shop/fleet.git',
    engine: 'argo-cd',
    clusters: pair,
    failover: { paris: 'dublin' },
    applications,
    ...model,
  });
  const read = Object.entries(bases).map(([path, objects]) => [path, { folder: path, objects, reads: [] }]);
  const inputs = { versions: {}, bases: Object.fromEntries(read) };
  const { fleet } = resolve(checked, inputs);
  const clusterOf = (name: string) =>
    cluster(name, { kinds: kinds[name] ?? kindIndex([]), unrendered: unrendered[name] ?? [] });
  const set = setOf(objectsOf(fleet, charts), {
    clusters: fleet.clusters.map(({ name }) => clusterOf(name)),
    units: fleet.placements.map(({ name, cluster: home, namespace }) => ({ name, cluster: home, namespace })),
  });
  return {
    ...setView(set),
    fleet,
    takeovers: takeovers(checked, inputs).map(({ fleet: swapped, ...takeover }) => {
      if (swapped === undefined) return takeoverView(takeover);
      const objects = objectsOf(swapped, charts).filter(({ place }) => place.cluster === takeover.standby);
      return takeoverView({
        ...takeover,
        after: { cluster: clusterOf(takeover.standby), objects, fleet: swapped },
      });
    }),
  };
}

function objectsOf(fleet: ResolvedFleet, rendered: Readonly<Record<string, readonly unknown[]>>) {
  return fleet.placements.flatMap((placement): LocatedObject[] => {
    const { application, environment, cluster: home, objects, charts, name: unit } = placement;
    const place = { fleet: fleet.name, cluster: home, environment, application };
    const model = ['applications', application];
    return [
      ...objects.map(({ object }) => ({ object, place: { ...place, model }, unit })),
      ...charts.flatMap(({ component }) =>
        (rendered[component] ?? []).map((object) => ({
          object: object as KubernetesObject,
          place: { ...place, model: [...model, 'charts', component] },
          unit,
        })),
      ),
    ];
  });
}

/** What a check says: findings as `severity cluster Kind/name field: sentence`, and reasons of what it could not decide. */
export function said(check: FleetCheck, view: FleetView): { findings: string[]; notChecked: string[] } {
  const { findings, notChecked } = runChecks([check], view);
  return {
    findings: findings.map(({ severity, sentence, place }) => {
      const object = place.object === undefined ? '' : ` ${place.object.kind}/${place.object.name}`;
      return `${severity} ${place.cluster ?? ''}${object}${place.field === undefined ? '' : ` ${place.field}`}: ${sentence}`;
    }),
    notChecked: notChecked.map(({ reason }) => reason),
  };
}

export const nothing = { findings: [], notChecked: [] };

/** Objects that a check must survive: of the wrong shape wherever a document can be. */
export const oddObjects: readonly unknown[] = [
  {},
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: null },
  { apiVersion: 7, kind: null, metadata: { name: 3 } },
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, data: 'text', stringData: [1] },
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'b' }, data: { password: 3 } },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'a', annotations: 'x' },
    spec: 'text',
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'b' },
    spec: { rules: { host: 'a.b' } },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: { name: 'c' },
    spec: { rules: [null, 'a', { host: 3 }] },
  },
  {
    apiVersion: 'traefik.io/v1alpha1',
    kind: 'IngressRoute',
    metadata: { name: 'a' },
    spec: { routes: [{ match: 3 }, null] },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'a' },
    spec: { replicas: 'many', template: null },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'b' },
    spec: {
      replicas: 'many',
      template: {
        spec: {
          containers: [null, { image: 3, resources: 'all', env: [null, { value: 'a' }] }],
          overhead: 1,
        },
      },
    },
  },
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: 'a' },
    spec: { scaleTargetRef: [] },
  },
  {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'a' },
    spec: { storageClassName: { a: 1 } },
  },
];

/** A view in which one cluster has the odd objects, today and after a takeover. */
export function oddView(): FleetView {
  const view = fleetView(
    { api: { charts: { odd: { repository: 'https://charts.example', version: '1' } } } },
    {
      clusters: {
        paris: { ...pair.paris, capacity: { cpu: 1, memory: '1Gi', nodes: 1 }, storageClasses: [] },
        dublin: { ...pair.dublin, capacity: { cpu: 1, memory: '1Gi', nodes: 1 }, storageClasses: [] },
      },
    },
    { charts: { odd: oddObjects } },
  );
  return view;
}
