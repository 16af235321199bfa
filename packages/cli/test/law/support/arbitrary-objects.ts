import type { KubernetesObject } from '@seatrial/compiler';
import fc from 'fast-check';

type Json = Record<string, unknown>;

/** Strings that some YAML reader, or kustomize, takes for something else. */
export const nastyTexts = [
  'no',
  'Yes',
  'y',
  'null',
  '~',
  '',
  ' ',
  '0644',
  '0o17',
  '1e10',
  '0x1F',
  '1_000',
  '12:30',
  '2024-01-01',
  '.inf',
  '<<',
  '=',
  '- a',
  'a: b',
  'a #b',
  '{{ x }}',
  '[a]',
  '$(VAR)',
  '$patch',
  '*a',
  '&a',
  '!a',
  '%a',
  '@a',
  '`a',
  '|',
  '>',
  '"',
  "'",
  '\\',
  'line\nline',
  'line\nline\n',
  'line\n\n\n',
  '\nline\n',
  '  line\nline\n',
  'line \nline',
  'line\n\tline\n',
  '\tline\nline',
  'a\r\nb\n',
  'a\tb',
  'é',
  '🚢',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\u0007',
  'x '.repeat(100),
  'x'.repeat(1500),
  '#!/bin/sh\nset -e\n\nexec "$@"\n',
  'true',
  '5',
  '-5',
  '1.5',
  'a~1b/c',
];
export const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'debug', 'info', 'http') },
  { weight: 2, arbitrary: fc.constantFrom(...nastyTexts) },
  { weight: 1, arbitrary: fc.string({ maxLength: 6 }) },
);
const key = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'c') },
  fc.constantFrom('no', '0644', 'a/b', 'a~b', 'x.y/z', '5', 'null', 'name', 'a b', '~1', 'true', '-'),
);
export const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('api', 'web', 'db') },
  fc.constantFrom('0644', 'no', 'a.b', 'axb', '1e10', 'default', '5'),
);
export const image = fc
  .record({
    name: fc.constantFrom(
      'registry.example/luneo/api',
      'registry.example/luneo/web',
      'registryxexample/luneo/api',
      'redis',
      'localhost:5000/api',
      'odd+name',
    ),
    tag: fc.constantFrom('', ':1.24', ':1.25.0', ':latest', ':0644'),
    digest: fc.constantFrom('', '', '', `@sha256:${'ab'.repeat(32)}`, `@sha512:${'ab'.repeat(64)}`),
  })
  .map(({ name: path, tag, digest }) => path + tag + digest);

/** Any JSON value, empty maps and lists, nulls and odd keys included. */
export const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', maxDepth: 3 },
    text,
    fc.constantFrom(0, 1, -1, 5, 1.5, 1e21, 2 ** 40, true, false),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(key, tie('json'), { maxKeys: 3 }),
    fc.array(fc.record({ name: text, value: tie('json') }), { maxLength: 3 }),
  ),
}));

/** kustomize writes all annotations anew as block literals, and cannot read back one of several lines that starts with a tab. */
export function isReadableAnnotation(value: unknown): boolean {
  return !(typeof value === 'string' && value.startsWith('\t') && value.includes('\n'));
}

const labels = fc.dictionary(
  fc.constantFrom('app', 'tier', 'app.kubernetes.io/name', 'version'),
  fc.constantFrom('a', 'b', 'no', '5', ''),
  { maxKeys: 3 },
);
const annotations = fc.dictionary(
  fc.constantFrom('a', 'x.y/z', 'checksum/config'),
  text.filter(isReadableAnnotation),
  { minKeys: 1, maxKeys: 3 },
);
const optional = { noNullPrototype: true, requiredKeys: [] as [] };

const env = fc.uniqueArray(fc.record({ name: fc.constantFrom('A', 'B', 'C', 'D', 'no', '5'), value: text }), {
  maxLength: 5,
  selector: (element) => element.name,
});
const ports = fc.array(
  fc.record(
    {
      name: fc.constantFrom('http', 'dns'),
      containerPort: fc.constantFrom(80, 53),
      protocol: fc.constantFrom('TCP', 'UDP'),
    },
    { noNullPrototype: true, requiredKeys: ['containerPort'] },
  ),
  { maxLength: 3 },
);
const mounts = fc.array(
  fc.record({ name: fc.constantFrom('v', 'w'), mountPath: fc.constantFrom('/v', '/w', '/x') }),
  { maxLength: 3 },
);
const container = fc.record(
  {
    name: fc.constantFrom('api', 'web', 'side'),
    image,
    args: fc.array(text, { maxLength: 3 }),
    env,
    ports,
    volumeMounts: mounts,
    resources: fc.dictionary(
      fc.constantFrom('limits', 'requests'),
      fc.dictionary(fc.constantFrom('cpu', 'memory'), fc.constantFrom('1', '100m', '1Gi')),
      { maxKeys: 2 },
    ),
    securityContext: fc.constantFrom({}, { runAsNonRoot: true }),
  },
  { noNullPrototype: true, requiredKeys: ['name', 'image'] },
);
const containers = fc.uniqueArray(container, {
  minLength: 1,
  maxLength: 3,
  selector: (element) => element.name,
});
const volumes = fc.uniqueArray(
  fc.oneof(
    fc.record({ name: fc.constantFrom('v', 'w'), emptyDir: fc.constant({}) }),
    fc.record({ name: fc.constantFrom('v', 'w'), configMap: fc.record({ name }) }),
  ),
  { maxLength: 2, selector: (element) => element.name },
);
const pod = fc.record(
  {
    containers,
    initContainers: containers,
    volumes,
    serviceAccountName: name,
    nodeSelector: fc.dictionary(key, text, { maxKeys: 2 }),
    imagePullSecrets: fc.array(fc.record({ name }), { maxLength: 2 }),
    topologySpreadConstraints: fc.array(
      fc.record({ topologyKey: fc.constantFrom('zone', 'host'), maxSkew: fc.constantFrom(1, 2) }),
      { maxLength: 2 },
    ),
    tolerations: fc.array(fc.record({ key: text }), { maxLength: 2 }),
  },
  { noNullPrototype: true, requiredKeys: ['containers'] },
);
const template = fc.record(
  { metadata: fc.record({ labels, annotations }, optional), spec: pod },
  { noNullPrototype: true, requiredKeys: ['spec'] },
);
const selector = fc.record({ matchLabels: labels });

function kind(
  apiVersion: string,
  of: string,
  fields: fc.Arbitrary<Json>,
): fc.Arbitrary<{ apiVersion: string; kind: string; fields: Json }> {
  return fields.map((rest) => ({ apiVersion, kind: of, fields: rest }));
}

const subjects = fc.array(
  fc.record(
    {
      kind: fc.constantFrom('ServiceAccount', 'User', 'Group'),
      name,
      namespace: fc.constantFrom('luneo', 'two', 'other'),
    },
    { noNullPrototype: true, requiredKeys: ['kind', 'name'] },
  ),
  { maxLength: 3 },
);
const roleRef = fc.record({
  apiGroup: fc.constant('rbac.authorization.k8s.io'),
  kind: fc.constantFrom('Role', 'ClusterRole'),
  name,
});
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

export const clusterKinds = fc.oneof(
  kind('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', fc.record({ roleRef, subjects })),
  kind(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    fc.record({
      spec: fc.record({ group: text, containers: fc.array(fc.record({ image }), { maxLength: 2 }) }),
    }),
  ),
  kind(
    'admissionregistration.k8s.io/v1',
    'ValidatingWebhookConfiguration',
    fc.record({
      webhooks: fc.uniqueArray(
        fc.record({
          name: fc.constantFrom('a.b.c', 'd.e.f'),
          clientConfig: fc.record({
            service: fc.record({ name, namespace: fc.constantFrom('luneo', 'two'), path: text }),
          }),
        }),
        { maxLength: 2, selector: (element) => element.name },
      ),
    }),
  ),
  kind('constraints.gatekeeper.sh/v1beta1', 'K8sRequiredLabels', fc.record({ spec: json })),
  kind('v1', 'Namespace', fc.record({})),
);

const metadata = fc.record(
  { labels, annotations, finalizers: fc.array(fc.constantFrom('a/b', 'c/d', 'c/d'), { maxLength: 2 }) },
  optional,
);

/** An object of a real or odd kind, in one of the namespaces (or none, for a cluster-scoped kind). */
export function objectIn(namespaces: fc.Arbitrary<string>): fc.Arbitrary<KubernetesObject> {
  const namespaced = fc
    .tuple(namespacedKinds, name, namespaces, metadata)
    .map(([{ apiVersion, kind: of, fields }, called, namespace, more]): KubernetesObject => ({
      apiVersion,
      kind: of,
      metadata: { name: called, namespace, ...more },
      ...fields,
    }));
  const cluster = fc
    .tuple(clusterKinds, name, metadata)
    .map(([{ apiVersion, kind: of, fields }, called, more]): KubernetesObject => ({
      apiVersion,
      kind: of,
      metadata: { name: called, ...more },
      ...fields,
    }));
  return fc.oneof({ weight: 6, arbitrary: namespaced }, { weight: 1, arbitrary: cluster });
}
