import type { KubernetesObject } from '../../../../src/objects/kubernetes-object.ts';
import type { ResolvedFleet } from '../../../../src/resolved/fleet.ts';
import {
  application,
  chart,
  deployment,
  fleet,
  inNamespace,
  of,
  placement,
  service,
} from '../support/builders.ts';

const values = {
  retention: '15d',
  remoteWrite: [{ url: 'https://amp.example' }],
  resources: { requests: { cpu: '1' } },
};

/** Charts share the values of the base; a placement that lacks one of them has values of its own. */
export const chartValues: ResolvedFleet = fleet(
  [
    application(of('api', deployment()), { chartValues: { redis: { auth: true } } }),
    application([], { name: 'observability', chartValues: { prometheus: values, tempo: {} } }),
  ],
  [
    placement('paris', of('api', deployment()), { charts: [chart('redis', { auth: true })] }),
    placement('paris', [], {
      application: 'observability',
      folder: undefined as never,
      charts: [
        chart('prometheus', { ...values, resources: { requests: { cpu: '1', memory: '4Gi' } } }),
        chart('tempo', { traces: true }),
      ],
    }),
    placement('dublin', [], {
      application: 'observability',
      folder: undefined as never,
      charts: [chart('prometheus', { retention: '7d', resources: {} }), chart('tempo', {})],
    }),
  ],
);

const dashboards: KubernetesObject[] = [
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'dashboards-app-7htf9hcttd', labels: { grafana_dashboard: '1' } },
    data: { 'app.json': '{}' },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'viewer' },
    spec: {
      template: {
        spec: {
          containers: [{ name: 'viewer', image: 'viewer' }],
          volumes: [{ name: 'app', configMap: { name: 'dashboards-app-7htf9hcttd' } }],
        },
      },
    },
  },
];
const placed = (changes: Record<string, unknown> = {}) =>
  inNamespace('luneo', [...of('dashboards', { ...dashboards[0]!, ...changes }, dashboards[1]!)]).map(
    (resolved) => ({ ...resolved, foreignBase: 'dashboards' }),
  );
const withImage = (image: string) =>
  placed().map((resolved) =>
    resolved.object.kind === 'Deployment'
      ? {
          ...resolved,
          object: {
            ...resolved.object,
            spec: {
              template: { spec: { ...podOf(resolved.object), containers: [{ name: 'viewer', image }] } },
            },
          },
        }
      : resolved,
  );

function podOf(object: KubernetesObject): object {
  return (object.spec as { template: { spec: object } }).template.spec;
}

/** A folder of the author's: used where it is, in the application's namespace; a generated name is patched without its hash. */
export const foreignFolder: ResolvedFleet = fleet(
  [
    application([...of('api', deployment(), service), ...placed()], {
      foreignBases: [
        {
          component: 'dashboards',
          path: 'dashboards',
          objects: dashboards,
          reads: ['dashboards/app.json', 'dashboards/kustomization.yaml'],
        },
      ],
    }),
  ],
  [
    placement('paris', [...of('api', deployment(), service), ...withImage('viewer:1.2.0')]),
    placement(
      'lab',
      inNamespace('luneo-test', [...of('api', deployment(), service), ...placed({ immutable: true })]),
      { namespace: 'luneo-test' },
    ),
  ],
);
