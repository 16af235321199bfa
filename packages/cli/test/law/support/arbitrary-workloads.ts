import type { KubernetesObject } from '@seatrial/compiler';
import fc from 'fast-check';
import { text } from './arbitrary-texts.ts';
import { type Case, resolved } from './fleets.ts';

/** Lists that keep some of one set of names: what a placement adds, drops, changes or reorders. */
function named<T>(
  names: readonly string[],
  value: fc.Arbitrary<T>,
): fc.Arbitrary<readonly (T & { name: string })[]> {
  const element = fc.record({ name: fc.constantFrom(...names), value });
  return fc
    .uniqueArray(element, { maxLength: names.length, selector: ({ name }) => name })
    .map((list) => list.map(({ name, value: fields }) => ({ name, ...fields })));
}

const env = named(
  ['A', 'B', 'C', 'D', 'no', '5'],
  fc.oneof(fc.record({ value: text }), fc.constant({ valueFrom: { secretKeyRef: { name: 's', key: 'k' } } })),
);
const volumes = named(
  ['v', 'w', 'x'],
  fc.constantFrom(
    { emptyDir: {} },
    { emptyDir: { medium: 'Memory' } },
    { configMap: { name: 'c', items: [{ key: 'a', path: 'b' }] } },
  ),
);
const mounts = fc.uniqueArray(
  fc.record(
    { mountPath: fc.constantFrom('/v', '/w', '/x'), name: fc.constantFrom('v', 'w'), readOnly: fc.boolean() },
    { noNullPrototype: true, requiredKeys: ['mountPath', 'name'] },
  ),
  { maxLength: 3, selector: ({ mountPath }) => mountPath },
);
const ports = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.constantFrom(
      [],
      [{ containerPort: 80 }],
      [
        { containerPort: 53, protocol: 'UDP' },
        { containerPort: 80, protocol: 'TCP' },
      ],
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant([
      { containerPort: 53, protocol: 'UDP' },
      { containerPort: 53, protocol: 'TCP' },
    ]),
  },
);
const quantities = fc.dictionary(fc.constantFrom('cpu', 'memory'), fc.constantFrom('1', '100m', '1Gi'), {
  maxKeys: 2,
});
const containers = named(
  ['api', 'web', 'side'],
  fc.record(
    {
      image: fc.constantFrom('r/api', 'r/api:1', 'r/web:1', 'r/web:2.0'),
      args: fc.array(text, { maxLength: 2 }),
      env,
      ports,
      volumeMounts: mounts,
      resources: fc.record({ limits: quantities, requests: quantities }),
    },
    { noNullPrototype: true, requiredKeys: ['image'] },
  ),
);
const pod = fc.record(
  {
    containers,
    initContainers: containers,
    volumes,
    nodeSelector: fc.dictionary(fc.constantFrom('a/b', 'c'), text, { maxKeys: 2 }),
  },
  { noNullPrototype: true, requiredKeys: ['containers'] },
);

type Pod = { readonly containers: readonly object[]; readonly [field: string]: unknown };

const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

/** A few changes of a pod, most of them in lists that have names. */
const edit = fc
  .record({
    at: fc.nat(2),
    container: fc.record({
      env: seldom(env),
      volumeMounts: seldom(mounts),
      args: seldom(fc.array(text, { maxLength: 2 })),
      resources: seldom(fc.record({ limits: quantities })),
      image: seldom(fc.constantFrom('r/api:1', 'r/web:2.0')),
    }),
    more: seldom(containers),
    pod: fc.record({
      volumes: seldom(volumes),
      nodeSelector: seldom(fc.dictionary(fc.constantFrom('a/b', 'c'), text, { maxKeys: 2 })),
      initContainers: seldom(fc.constant([])),
    }),
    reversed: fc.integer({ min: 0, max: 4 }).map((dice) => dice === 4),
  })
  .map(({ at, container, more, pod: fields, reversed }) => (before: Pod): Pod => {
    const edited = before.containers.map((one, index) =>
      index === at % before.containers.length ? { ...one, ...defined(container) } : one,
    );
    const added = (more ?? []).filter(
      ({ name }) => !edited.some((one) => (one as { name?: string }).name === name),
    );
    const all = [...edited, ...added];
    return { ...before, ...defined(fields), containers: reversed ? all.toReversed() : all };
  });

function defined(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

const own = fc.dictionary(fc.constantFrom('app.kubernetes.io/name', 'tier'), fc.constantFrom('api', 'web'), {
  maxKeys: 2,
});

interface Workload {
  readonly kind: string;
  readonly pod: Pod;
  readonly replicas: number | undefined;
  readonly labels: Readonly<Record<string, string>>;
  /** Labels that only the workload itself has, or has otherwise than its pods. */
  readonly above: Readonly<Record<string, string>>;
}

const kinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'] as const;

function toObject(
  { kind, pod: spec, replicas, labels, above }: Workload,
  namespace: string,
  shared: Readonly<Record<string, string>>,
): KubernetesObject {
  const all = { ...shared, ...labels };
  const template = { metadata: { labels: all }, spec };
  const metadata = { name: 'api', namespace, labels: { ...all, ...above } };
  if (kind === 'CronJob')
    return {
      apiVersion: 'batch/v1',
      kind,
      metadata,
      spec: { jobTemplate: { metadata: { labels: all }, spec: { template } } },
    };
  return {
    apiVersion: 'apps/v1',
    kind,
    metadata,
    spec: { ...(replicas !== undefined && { replicas }), template },
  };
}

/** Mostly the same before and after. */
function twice<T>(value: fc.Arbitrary<T>): fc.Arbitrary<readonly [T, T]> {
  return fc.oneof(
    { weight: 3, arbitrary: value.map((same) => [same, same] as const) },
    { weight: 1, arbitrary: fc.tuple(value, value) },
  );
}

/** The same workloads twice: two ways to write their pods, labels, replicas and namespace. */
export const workloads: fc.Arbitrary<Case> = fc
  .record({
    kinds: fc.subarray([...kinds], { minLength: 1 }),
    before: fc.array(pod, { minLength: 4, maxLength: 4 }),
    after: fc.array(
      fc.oneof(
        { weight: 5, arbitrary: edit },
        { weight: 1, arbitrary: pod.map((other) => () => other as Pod) },
      ),
      { minLength: 4, maxLength: 4 },
    ),
    replicas: fc.tuple(
      fc.option(fc.constantFrom(1, 2), { nil: undefined }),
      fc.option(fc.constantFrom(2, 3), { nil: undefined }),
    ),
    labels: twice(own),
    shared: twice(fc.dictionary(fc.constantFrom('part-of', 'env'), fc.constantFrom('a', 'b'))),
    above: fc.constantFrom({}, {}, {}, { 'part-of': 'above' }, { env: 'above', more: 'x' }),
    namespaces: fc.constantFrom(['luneo', 'luneo'], ['luneo', 'two']),
  })
  .map(({ kinds: used, before, after, replicas, labels, shared, above, namespaces }) => {
    const [from, to] = namespaces as [string, string];
    const base = used.map((kind, index) =>
      toObject(
        { kind, pod: before[index] as Pod, replicas: replicas[0], labels: labels[0], above: {} },
        from,
        shared[0],
      ),
    );
    const objects = used.map((kind, index) =>
      toObject(
        { kind, pod: after[index]!(before[index] as Pod), replicas: replicas[1], labels: labels[1], above },
        to,
        shared[1],
      ),
    );
    return {
      baseNamespace: from,
      namespace: to,
      base: base.map((object) => resolved(object)),
      objects: objects.map((object) => resolved(object)),
    };
  });
