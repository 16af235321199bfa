import type { ResolvedFleet } from '../../../../src/resolved/fleet.ts';
import {
  application,
  but,
  container,
  deployment,
  fleet,
  object,
  of,
  placement,
  service,
} from '../support/builders.ts';

const [level, region] = container.env;

/** Lists with names are merged by name; what comes before the last change is named to keep its place. */
export const listsWithNames: ResolvedFleet = fleet(
  [
    application(
      of(
        'api',
        deployment({
          pod: {
            volumes: [
              { name: 'cache', emptyDir: {} },
              { name: 'tmp', emptyDir: {} },
            ],
          },
        }),
      ),
    ),
  ],
  [
    placement(
      'paris',
      of(
        'api',
        deployment({
          container: {
            args: ['--port=8080', '--verbose'],
            env: [level, { name: 'REGION', value: 'eu' }, { name: 'NEW', value: 'no' }],
            resources: { requests: container.resources.requests, limits: { memory: '1Gi', cpu: '2' } },
          },
          pod: {
            volumes: [{ name: 'tmp', emptyDir: { medium: 'Memory' } }],
            nodeSelector: { 'topology.kubernetes.io/zone': 'b' },
          },
        }),
      ),
    ),
    placement('dublin', of('api', deployment({ container: { env: [region], resources: {} } }))),
  ],
);

const scaler = object('autoscaling/v2', 'HorizontalPodAutoscaler', 'api', {
  spec: {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' },
    minReplicas: 2,
    maxReplicas: 10,
    metrics: [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
      },
    ],
  },
});
const metric = {
  type: 'Resource',
  resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 50 } },
};

/** Lists of maps that a merge would replace whole are changed by a JSON patch, with keys escaped as RFC 6901 says. */
export const listsWithoutNames: ResolvedFleet = fleet(
  [application(of('api', scaler, but(service, { metadata: { annotations: { 'example.com/a~b': 'x' } } })))],
  [
    placement(
      'paris',
      of(
        'api',
        but(scaler, { spec: { maxReplicas: 20, metrics: [metric] } }),
        but(service, {
          metadata: { annotations: { 'example.com/a~b': 'y' } },
          spec: {
            ports: [
              { name: 'http', port: 80, targetPort: 'http' },
              { name: 'metrics', port: 9090 },
            ],
          },
        }),
      ),
    ),
  ],
);

const elsewhere = but(service, { metadata: { namespace: 'other' } });
const knative = (percent: number) =>
  object('serving.knative.dev/v1', 'Service', 'api', {
    spec: { traffic: [{ latestRevision: true, percent }] },
  });

/** A target is exact where kind and name are not enough: other namespaces, other groups, a dot in a name. */
export const sameNames: ResolvedFleet = fleet(
  [
    application(
      of(
        'api',
        service,
        elsewhere,
        knative(100),
        object('v1', 'ConfigMap', 'a.b', { immutable: true }),
        object('v1', 'ConfigMap', 'axb', { immutable: true }),
      ),
    ),
  ],
  [
    placement(
      'paris',
      of(
        'api',
        but(service, { spec: { ports: [{ name: 'http', port: 81, targetPort: 'http' }] } }),
        elsewhere,
        knative(50),
        object('v1', 'ConfigMap', 'a.b', { immutable: 'yes' }),
        object('v1', 'ConfigMap', 'axb', { immutable: true }),
      ),
    ),
  ],
);

const rule = (name: string, expr: string) => ({
  alert: name,
  expr,
  for: '5m',
  labels: { severity: 'page' },
  annotations: { summary: `${name} is firing` },
});
const rules = (...all: readonly unknown[]) =>
  object('monitoring.coreos.com/v1', 'PrometheusRule', 'api', {
    spec: { groups: [{ name: 'api', rules: all }] },
  });

/** A long patch, or one that ends in a text of several lines, has a file of its own. */
export const longPatches: ResolvedFleet = fleet(
  [
    application(
      of(
        'api',
        rules(rule('Down', 'up == 0')),
        object('v1', 'ConfigMap', 'script', { data: { run: 'exec api\n' } }),
      ),
    ),
  ],
  [
    placement('paris', [
      ...of(
        'api',
        rules(
          rule('Down', 'up{job="api"}\n  == 0\n'),
          ...['Slow', 'Hot', 'Full', 'Late', 'Lost'].map((name) => rule(name, `rate(${name}[5m])\n  > 1\n`)),
        ),
      ),
      ...of('api', object('v1', 'ConfigMap', 'script', { data: { run: 'set -e\nexec api --verbose\n' } })),
    ]),
  ],
);
