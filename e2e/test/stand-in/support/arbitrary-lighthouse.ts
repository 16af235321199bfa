import fc from 'fast-check';
import type { ResolvedFleet } from '@seatrial/compiler';
import { lighthouse } from './lighthouse.ts';

/** Optional fields: each is there or not. */
const some = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record(fields, { requiredKeys: [], noNullPrototype: true });

const word = fc.constantFrom('a', 'b<c', 'd&e', 'ü', '{{ f }}', 'yes');
const value = fc.oneof(word, fc.integer({ min: -9, max: 9 }), fc.boolean(), fc.array(word, { maxLength: 2 }));
const values = fc.dictionary(
  fc.constantFrom('one', 'two', 'Zwei', 'ä'),
  fc.oneof(value, fc.dictionary(word, value, { maxKeys: 2 })),
  {
    maxKeys: 3,
  },
);

const container = some({
  command: fc.constant(['run']),
  args: fc.constant(['--fast']),
  ports: fc.constantFrom(
    [{ name: 'http', containerPort: 80, hostPort: 80 }],
    [{ containerPort: 9 }, { containerPort: 8 }],
  ),
  env: fc.constantFrom(
    [{ name: 'PORT', value: '7' }],
    [{ name: 'A', valueFrom: { secretKeyRef: { name: 'lamp', key: 'extra' } } }],
  ),
  readinessProbe: fc.constantFrom(
    { httpGet: { path: '/r', port: 'http', scheme: 'HTTPS' }, periodSeconds: 3 },
    { tcpSocket: { port: 9 } },
    { exec: { command: ['x'] } },
  ),
  resources: fc.constantFrom({ requests: { cpu: '4' } }, { limits: { memory: '1Gi', 'nvidia.com/gpu': 1 } }),
  lifecycle: fc.constant({ preStop: { exec: { command: ['sleep', '5'] } } }),
  securityContext: fc.constant({ readOnlyRootFilesystem: true }),
}).map((fields) => ({ name: 'main', image: 'registry.example/main:1', ...fields }));

const pod = fc
  .record({
    containers: fc.array(container, { minLength: 1, maxLength: 1 }),
    more: some({
      initContainers: fc.constantFrom(
        [{ name: 'first', image: 'i:1', command: ['x'] }],
        [{ name: 'side', image: 'i:1', restartPolicy: 'Always', ports: [{ containerPort: 5 }] }],
      ),
      nodeSelector: fc.constant({ disk: 'fast' }),
      affinity: fc.constant({}),
      runtimeClassName: fc.constant('gvisor'),
      tolerations: fc.constant([{ operator: 'Exists' }]),
      priorityClassName: fc.constantFrom('urgent', 'system-node-critical', 'nobody-makes-it'),
      topologySpreadConstraints: fc.constantFrom(
        [{ maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' }],
        [{ maxSkew: 1, whenUnsatisfiable: 'ScheduleAnyway' }],
      ),
      volumes: fc.constantFrom(
        [{ name: 'v', nfs: { server: 's', path: '/' } }],
        [{ name: 'v', secret: { secretName: 'lamp', items: [{ key: 'file', path: 'f' }] } }],
        [{ name: 'v', emptyDir: {} }],
      ),
    }),
  })
  .map(({ containers, more }) => ({ containers, ...more }));

const selector = { matchLabels: { app: 'x' } };
const template = pod.map((spec) => ({ metadata: { labels: { app: 'x' } }, spec }));
const objects = some({
  raw: fc
    .record({
      template,
      more: some({
        progressDeadlineSeconds: fc.constantFrom(5, 900),
        minReadySeconds: fc.constantFrom(0, 90),
        replicas: fc.constantFrom(0, 1, 40),
      }),
    })
    .map(({ template: of, more }) => ({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      spec: { selector, template: of, ...more },
    })),
  nightly: fc
    .record({
      template,
      more: some({ backoffLimit: fc.constantFrom(0, 4), activeDeadlineSeconds: fc.constantFrom(10, 1000) }),
    })
    .map(({ template: of, more }) => ({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      spec: { schedule: '0 0 * * *', jobTemplate: { spec: { template: of, ...more } } },
    })),
  guard: fc
    .record({ failurePolicy: fc.constantFrom('Fail', 'Ignore') }, { requiredKeys: [], noNullPrototype: true })
    .map((policy) => ({
      apiVersion: 'admissionregistration.k8s.io/v1',
      kind: 'ValidatingWebhookConfiguration',
      webhooks: [
        {
          name: 'guard.lights.example',
          clientConfig: { service: { name: 'guard', namespace: 'lamp' } },
          ...policy,
        },
      ],
    })),
  urgent: fc.constant({ apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', value: 10 }),
  settings: fc.constant({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: { image: 'not:an-image', provider: 'none' },
  }),
});

const windows = some({
  closed: fc.record(
    {
      kind: fc.constantFrom('deny', 'allow'),
      schedule: fc.constantFrom('0 0 * * *', '* * * * *'),
      duration: fc.constantFrom('1h', '30m'),
    },
    { noNullPrototype: true },
  ),
});

export const arbitraryLighthouse: fc.Arbitrary<ResolvedFleet> = fc
  .record({
    replicas: fc.integer({ min: 0, max: 12 }),
    values,
    objects,
    windows,
    retryLimit: fc.constantFrom(-1, 0, 5),
    storeVersion: fc.constantFrom<'v1' | 'v1beta1'>('v1', 'v1beta1'),
  })
  .map((variation) => lighthouse(variation as Parameters<typeof lighthouse>[0]));
