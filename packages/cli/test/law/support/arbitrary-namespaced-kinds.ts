import fc from 'fast-check';
import { kind, roleRef, subjects } from './arbitrary-kind.ts';
import { optional, pod, selector, template } from './arbitrary-pods.ts';
import { image, json, key, labels, name, text } from './arbitrary-texts.ts';

const replicas = fc.constantFrom(1, 2, 3);

export const namespacedKinds = fc.oneof(
  {
    weight: 6,
    arbitrary: kind(
      'apps/v1',
      'Deployment',
      fc.record({
        spec: fc.record(
          { replicas, selector, template },
          { noNullPrototype: true, requiredKeys: ['template'] },
        ),
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: kind(
      'apps/v1',
      'StatefulSet',
      fc.record({
        spec: fc.record(
          {
            replicas,
            serviceName: name,
            template,
            volumeClaimTemplates: fc.array(
              fc.record({
                metadata: fc.record({ name, labels }, { noNullPrototype: true, requiredKeys: ['name'] }),
                spec: fc.constant({}),
              }),
              { maxLength: 2 },
            ),
          },
          { noNullPrototype: true, requiredKeys: ['template'] },
        ),
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: kind(
      'batch/v1',
      'CronJob',
      fc.record({
        spec: fc.record({
          schedule: fc.constantFrom('* * * * *', '0 3 * * *'),
          jobTemplate: fc.record(
            { metadata: fc.record({ labels }), spec: fc.record({ template }) },
            { noNullPrototype: true, requiredKeys: ['spec'] },
          ),
        }),
      }),
    ),
  },
  kind('batch/v1', 'Job', fc.record({ spec: fc.record({ template }) })),
  {
    weight: 2,
    arbitrary: kind(
      'v1',
      'Service',
      fc.record({
        spec: fc.record({
          selector: labels,
          ports: fc.array(
            fc.record(
              {
                port: fc.constantFrom(80, 53),
                name: text,
                protocol: fc.constantFrom('TCP', 'UDP'),
                targetPort: fc.constantFrom(8080, 'http'),
              },
              { noNullPrototype: true, requiredKeys: ['port'] },
            ),
            { maxLength: 3 },
          ),
        }),
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: kind(
      'v1',
      'ConfigMap',
      fc.record(
        {
          data: fc.dictionary(key, text, { maxKeys: 4 }),
          binaryData: fc.constant({}),
          immutable: fc.boolean(),
        },
        optional,
      ),
    ),
  },
  kind(
    'v1',
    'Secret',
    fc.record(
      { stringData: fc.dictionary(key, text, { maxKeys: 4 }), type: fc.constant('Opaque') },
      optional,
    ),
  ),
  {
    weight: 2,
    arbitrary: kind(
      'v1',
      'ServiceAccount',
      fc.record(
        {
          secrets: fc.array(fc.record({ name }), { maxLength: 2 }),
          automountServiceAccountToken: fc.boolean(),
        },
        optional,
      ),
    ),
  },
  {
    weight: 2,
    arbitrary: kind(
      'networking.k8s.io/v1',
      'Ingress',
      fc
        .record(
          {
            spec: fc.record(
              {
                ingressClassName: name,
                rules: fc.array(
                  fc.record({ host: fc.constantFrom('api.luneo.app', 'app.luneo.app'), http: json }),
                  { maxLength: 2 },
                ),
                tls: fc.array(fc.record({ hosts: fc.array(text, { maxLength: 2 }), secretName: name }), {
                  maxLength: 2,
                }),
              },
              optional,
            ),
          },
          optional,
        )
        .filter(({ spec }) => spec?.rules === undefined),
    ),
  },
  kind(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    fc.record({
      spec: fc.record({
        minReplicas: replicas,
        maxReplicas: replicas,
        scaleTargetRef: fc.record({ kind: fc.constant('Deployment'), name }),
        metrics: fc.array(json, { maxLength: 2 }),
      }),
    }),
  ),
  kind(
    'autoscaling/v1',
    'HorizontalPodAutoscaler',
    fc.record({
      spec: fc.record({
        maxReplicas: replicas,
        scaleTargetRef: fc.record({ kind: fc.constant('Deployment'), name }),
      }),
    }),
  ),
  {
    weight: 2,
    arbitrary: kind('rbac.authorization.k8s.io/v1', 'RoleBinding', fc.record({ roleRef, subjects })),
  },
  kind(
    'rbac.authorization.k8s.io/v1',
    'Role',
    fc.record({
      rules: fc.array(
        fc.record({
          apiGroups: fc.array(text, { maxLength: 2 }),
          resourceNames: fc.array(name, { maxLength: 2 }),
          verbs: fc.array(text, { maxLength: 2 }),
        }),
        { maxLength: 2 },
      ),
    }),
  ),
  {
    weight: 2,
    arbitrary: kind(
      'monitoring.coreos.com/v1',
      'ServiceMonitor',
      fc.record({ spec: json, env: json, containers: json, conditions: json }, optional),
    ),
  },
  kind(
    'serving.knative.dev/v1',
    'Service',
    fc.record({ spec: fc.record({ template: fc.record({ spec: pod }) }), ports: json }, optional),
  ),
  kind(
    'stable.example/v1',
    'Deployment',
    fc.record({ spec: fc.oneof(json, fc.record({ replicas, template })) }, optional),
  ),
  kind(
    'stable.example/v1',
    'Sidecar',
    fc.record({
      spec: fc.record(
        {
          containers: fc.oneof(json, fc.array(fc.record({ image }), { maxLength: 2 })),
          template: fc.oneof(text, json),
          volumes: json,
          metadata: fc.record({ finalizers: fc.array(text, { maxLength: 2 }) }),
        },
        optional,
      ),
    }),
  ),
);
