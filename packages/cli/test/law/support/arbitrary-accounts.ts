import type { KubernetesObject } from '@seatrial/compiler';
import fc from 'fast-check';
import { type Case, resolved } from './fleets.ts';

const name = fc.constantFrom('api', 'web');
const namespace = fc.constantFrom('luneo', 'two', 'other');

const subject = fc.record(
  { kind: fc.constantFrom('ServiceAccount', 'User', 'Group'), name, namespace },
  { noNullPrototype: true, requiredKeys: ['kind', 'name'] },
);
const binding = fc
  .record({
    kind: fc.constantFrom('RoleBinding', 'ClusterRoleBinding'),
    subjects: fc.array(subject, { maxLength: 3 }),
  })
  .map(({ kind, subjects }) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind,
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'api' },
    subjects,
  }));
const webhooks = fc
  .record({
    name,
    namespace,
    kind: fc.constantFrom('ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'),
  })
  .map(({ kind, ...service }) => ({
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind,
    webhooks: [{ name: 'a.example.com', clientConfig: { service } }],
  }));
const account = fc.constant({ apiVersion: 'v1', kind: 'ServiceAccount' });
const service = fc.constant({ apiVersion: 'v1', kind: 'Service', spec: { ports: [{ port: 80 }] } });

interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
}

const clusterScoped = /^(Cluster|Validating|Mutating)/;

function placedIn(at: string, called: string, fields: Kind): KubernetesObject {
  const metadata = { name: called, ...(!clusterScoped.test(fields.kind) && { namespace: at }) };
  const { apiVersion, kind, ...rest } = fields;
  return { apiVersion, kind, metadata, ...rest };
}

/** Accounts and services, and the bindings and webhooks that name them, moved or patched or not. */
export const accounts: fc.Arbitrary<Case> = fc
  .record({
    objects: fc.uniqueArray(fc.tuple(name, fc.oneof(account, account, service, binding, webhooks)), {
      selector: ([called, { kind }]) => `${kind}/${called}`,
      maxLength: 6,
    }),
    others: fc.array(fc.oneof(binding, webhooks), { minLength: 6, maxLength: 6 }),
    rebinds: fc.boolean(),
    annotates: fc.boolean(),
    to: fc.constantFrom('luneo', 'two'),
  })
  .map(({ objects, others, rebinds, annotates, to }) => {
    const base = objects.map(([called, fields]) => placedIn('luneo', called, fields));
    const wanted = objects.map(([called, fields], index) => {
      const other = others[index]!;
      const object = placedIn(to, called, rebinds && other.kind === fields.kind ? other : fields);
      // A list of owners is changed by a JSON patch.
      const ownerReferences = [{ apiVersion: 'v1', kind: 'Namespace', name: 'x', uid: '1' }];
      return annotates ? { ...object, metadata: { ...object.metadata, ownerReferences } } : object;
    });
    return {
      baseNamespace: 'luneo',
      namespace: to,
      base: base.map((object) => resolved(object)),
      objects: wanted.map((object) => resolved(object)),
    };
  });
