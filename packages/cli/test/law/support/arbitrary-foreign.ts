import type { KubernetesObject } from '@seatrial/compiler';
import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';

type Json = Record<string, unknown>;

export interface ForeignCase {
  /** Files of the author's folder, as JSON values. */
  readonly files: Readonly<Record<string, unknown>>;
  readonly namespace: string;
  /** Labels that the model gives to every object. */
  readonly labels: Readonly<Record<string, string>>;
  /** Objects of the model beside the folder. */
  readonly own: readonly KubernetesObject[];
  readonly overlay: {
    readonly namespace: string;
    readonly change: (object: KubernetesObject) => KubernetesObject;
  };
}

const deployment: KubernetesObject = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'viewer', labels: { app: 'viewer' } },
  spec: {
    replicas: 1,
    selector: { matchLabels: { app: 'viewer' } },
    template: {
      metadata: { labels: { app: 'viewer' } },
      spec: {
        serviceAccountName: 'viewer',
        containers: [
          {
            name: 'viewer',
            image: 'viewer',
            env: [
              { name: 'A', valueFrom: { configMapKeyRef: { name: 'settings', key: 'a' } } },
              { name: 'B', value: 'b' },
            ],
          },
        ],
        volumes: [{ name: 'settings', configMap: { name: 'settings' } }],
      },
    },
  },
};
const plain = (kind: string, fields: Json = {}): KubernetesObject => ({
  apiVersion: 'v1',
  kind,
  metadata: { name: 'viewer' },
  ...fields,
});
const binding = (kind: string, subjects: readonly Json[]): KubernetesObject => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind,
  metadata: { name: 'viewer' },
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'viewer' },
  subjects,
});
const subject = fc.record(
  {
    kind: fc.constantFrom('ServiceAccount', 'User'),
    name: fc.constantFrom('viewer', 'default'),
    namespace: fc.constantFrom('luneo', 'default', 'lab'),
  },
  { noNullPrototype: true, requiredKeys: ['kind', 'name'] },
);
const resources = fc
  .record({
    deployment: fc.boolean(),
    account: fc.boolean(),
    service: fc.boolean(),
    bindings: fc.option(
      fc.tuple(fc.constantFrom('RoleBinding', 'ClusterRoleBinding'), fc.array(subject, { maxLength: 2 })),
      { nil: undefined },
    ),
    custom: fc.option(fc.constantFrom('Widget', 'ClusterWidget'), { nil: undefined }),
    ownNamespace: fc.boolean(),
  })
  .map(({ deployment: has, account, service, bindings, custom, ownNamespace }) => [
    ...(has ? [deployment] : []),
    ...(account ? [plain('ServiceAccount')] : []),
    ...(service ? [plain('Service', { spec: { selector: { app: 'viewer' }, ports: [{ port: 80 }] } })] : []),
    ...(bindings ? [binding(...bindings)] : []),
    ...(custom
      ? [
          {
            apiVersion: 'stable.example/v1',
            kind: custom,
            metadata: { name: 'viewer' },
            spec: { image: 'viewer' },
          },
        ]
      : []),
    ...(ownNamespace
      ? [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'fixed', namespace: 'fixed' }, data: {} }]
      : []),
  ]);

const fields: fc.Arbitrary<Json> = fc.record(
  {
    configMapGenerator: fc.constant([{ name: 'settings', literals: ['a=1'] }]),
    secretGenerator: fc.constant([{ name: 'secret', literals: ['a=1'] }]),
    namePrefix: fc.constant('their-'),
    namespace: fc.constantFrom('luneo', 'elsewhere'),
    labels: fc.constantFrom(
      [{ pairs: { team: 'them' } }],
      [{ pairs: { team: 'them' }, includeSelectors: true }],
      [{ pairs: { team: 'them' }, includeTemplates: true }],
    ),
    images: fc.constant([{ name: 'viewer', newTag: '1' }]),
    commonAnnotations: fc.constant({ by: 'them' }),
  },
  { noNullPrototype: true, requiredKeys: [] },
);

const own = fc.subarray<KubernetesObject>([
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'own' }, data: { a: 'b' } },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'own' },
    spec: { template: { spec: { containers: [{ name: 'own', image: 'own', args: ['a'] }] } } },
  },
]);

/** Changes that every object gets where they fit it: a function of the object, so that it shrinks with the folder. */
const change = fc
  .record({
    tag: fc.option(fc.constantFrom('2', '3.0'), { nil: undefined }),
    replicas: fc.option(fc.constantFrom(2, 3), { nil: undefined }),
    labels: fc.dictionary(fc.constantFrom('team', 'app', 'environment'), fc.constantFrom('us', 'prod'), {
      maxKeys: 2,
    }),
    labelOnly: fc.constantFrom('all', 'Deployment', 'ConfigMap'),
    annotations: fc.dictionary(fc.constantFrom('by', 'note'), fc.constantFrom('us', '5'), { maxKeys: 1 }),
    env: fc.boolean(),
    gone: fc.option(fc.constantFrom('Service', 'ConfigMap', 'Deployment'), { nil: undefined }),
  })
  .map(
    ({ tag, replicas, labels, labelOnly, annotations, env }) =>
      (object: KubernetesObject): KubernetesObject => {
        const text = JSON.stringify(object);
        let changed = JSON.parse(
          tag === undefined ? text : text.replaceAll(/"image":"(viewer|own)(:\d)?"/g, `"image":"$1:${tag}"`),
        ) as KubernetesObject & {
          spec?: { replicas?: number; template?: { spec: { containers: { env?: Json[] }[] } } };
        };
        if (replicas !== undefined && changed.spec?.replicas !== undefined) changed.spec.replicas = replicas;
        if (env && changed.kind === 'Deployment')
          changed.spec!.template!.spec.containers[0]!.env = [{ name: 'NEW', value: 'x' }];
        const more = labelOnly === 'all' || labelOnly === object.kind ? labels : {};
        changed = {
          ...changed,
          metadata: {
            ...changed.metadata,
            ...merged('labels', changed, more),
            ...merged('annotations', changed, annotations),
          },
        };
        return changed;
      },
  );

function merged(
  field: 'labels' | 'annotations',
  { metadata }: KubernetesObject,
  more: Record<string, string>,
): Json {
  return Object.keys(more).length === 0 ? {} : { [field]: { ...metadata[field], ...more } };
}

/**
 * What kustomize makes of a subject's name when the folder has a prefix depends on which other objects of the build began
 * in the subject's namespace: no tree can hold that, and `foreignLayer` says so.
 */
function isPredictable({
  resources: list,
  fields: { namePrefix },
}: {
  resources: readonly KubernetesObject[];
  fields: Json;
}): boolean {
  return (
    namePrefix === undefined ||
    !list.some(({ subjects = [] }) => (subjects as Json[]).some(({ namespace }) => namespace !== undefined))
  );
}

export const foreignCase: fc.Arbitrary<ForeignCase> = fc
  .record({
    resources: resources.filter((list) => list.length > 0),
    fields,
    namespace: fc.constantFrom('luneo', 'default'),
    labels: fc.dictionary(
      fc.constantFrom('app.kubernetes.io/part-of', 'team'),
      fc.constantFrom('luneo', 'them'),
      { maxKeys: 2 },
    ),
    own,
    overlayNamespace: fc.constantFrom('luneo', 'lab', 'default'),
    change: fc.oneof(
      fc.constant((object: KubernetesObject) => object),
      change,
    ),
  })
  .filter(isPredictable)
  .map(
    ({
      resources: list,
      fields: kustomization,
      namespace,
      labels,
      own: mine,
      overlayNamespace,
      change: by,
    }) => ({
      files: {
        'kustomization.yaml': {
          apiVersion: 'kustomize.config.k8s.io/v1beta1',
          kind: 'Kustomization',
          resources: list.map((_, index) => `${index}.yaml`),
          ...kustomization,
        },
        ...Object.fromEntries(list.map((object, index) => [`${index}.yaml`, object])),
      },
      namespace,
      labels,
      own: mine,
      overlay: {
        namespace: overlayNamespace,
        change: (object) => {
          const changed = by(object);
          const moves = object.metadata.namespace === namespace && namespace !== overlayNamespace;
          return moves
            ? withSubjects(
                { ...changed, metadata: { ...changed.metadata, namespace: overlayNamespace } },
                namespace,
                overlayNamespace,
              )
            : changed;
        },
      },
    }),
  );

const clusterScoped = new Set(['ClusterRoleBinding', 'ClusterWidget']);

/** The object as the model takes it in: in the application's namespace unless it has one of its own, with its labels. */
export function placed(
  object: KubernetesObject,
  namespace: string,
  labels: Readonly<Record<string, string>>,
): KubernetesObject {
  const metadata = { ...object.metadata, ...merged('labels', object, labels) };
  const place = metadata.namespace ?? (clusterScoped.has(object.kind) ? undefined : namespace);
  const moved = { ...object, metadata: { ...metadata, ...(place !== undefined && { namespace: place }) } };
  return isDeepStrictEqual(moved, object) ? object : moved;
}

function withSubjects(object: KubernetesObject, from: string, to: string): KubernetesObject {
  if (!Array.isArray(object.subjects)) return object;
  const subjects = object.subjects.map((one: Json) =>
    one.namespace === from ? { ...one, namespace: to } : one,
  );
  return { ...object, subjects };
}
