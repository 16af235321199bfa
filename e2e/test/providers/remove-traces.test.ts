import type { KubernetesObject } from '@seatrial/compiler';
import { expect, test } from 'vitest';
import type { KindRef, Kubernetes, ObjectRef } from '../../src/kubernetes/kubernetes.ts';
import { removeApplications, removeTraces } from '../../src/providers/existing/remove-traces.ts';
import type { ClusterTraces } from '../../src/providers/existing/traces.ts';

type Object = KubernetesObject & { metadata: { finalizers?: unknown } };

/** A cluster that only lists, reads, patches finalizers away, and deletes what waits for nobody. */
function clusterWith(objects: readonly KubernetesObject[]): { kubernetes: Kubernetes; left(): string[] } {
  const held = new Set(objects as readonly Object[]);
  const isOf = (object: Object, { apiVersion, kind }: KindRef): boolean =>
    object.apiVersion === apiVersion && object.kind === kind;
  const find = (ref: ObjectRef): Object | undefined =>
    [...held].find(
      (object) =>
        isOf(object, ref) && object.metadata.name === ref.name && object.metadata.namespace === ref.namespace,
    );
  const kubernetes = {
    get: async (ref: ObjectRef) => find(ref),
    list: async (kind: KindRef, { namespace }: { namespace?: string } = {}) =>
      [...held].filter(
        (object) =>
          isOf(object, kind) && (namespace === undefined || object.metadata.namespace === namespace),
      ),
    patch: async (ref: ObjectRef) => {
      delete find(ref)?.metadata.finalizers;
    },
    delete: async (ref: ObjectRef) => {
      const object = find(ref);
      if (object === undefined || object.metadata.finalizers !== undefined) return false;
      held.delete(object);
      return true;
    },
  } as unknown as Kubernetes;
  return { kubernetes, left: () => [...held].map(({ kind, metadata }) => `${kind} ${metadata.name}`).sort() };
}

const object = (
  apiVersion: string,
  kind: string,
  name: string,
  {
    namespace,
    ...more
  }: { namespace?: string; annotations?: Record<string, string>; finalizers?: string[] } = {},
  spec: unknown = {},
): KubernetesObject =>
  ({
    apiVersion,
    kind,
    metadata: { name, ...(namespace === undefined ? {} : { namespace }), ...more },
    spec,
  }) as KubernetesObject;
const markOf = (application: string) => ({
  annotations: { 'argocd.argoproj.io/tracking-id': `${application}:/ConfigMap:default/any` },
});
const definition = (name: string, kind: string): KubernetesObject =>
  object(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    name,
    {},
    {
      group: name.slice(name.indexOf('.') + 1),
      names: { kind },
      versions: [
        { name: 'v1alpha1', storage: false },
        { name: 'v1', storage: true },
      ],
    },
  );

const traces: ClusterTraces = {
  name: 'north',
  access: { kubeconfig: 'unused', context: 'their-north' },
  namespaces: ['shop', 'argocd'],
  groups: ['stores.example'],
  shared: [{ apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', name: 'shop' }],
};

test('what a rehearsal brought goes, also what waits for a controller, and nothing else', async () => {
  const roles = 'rbac.authorization.k8s.io/v1';
  const { kubernetes, left } = clusterWith([
    object('v1', 'Namespace', 'shop'),
    object('v1', 'Namespace', 'argocd'),
    object('v1', 'Namespace', 'theirs'),
    object('argoproj.io/v1alpha1', 'Application', 'shop-north', {
      namespace: 'argocd',
      finalizers: ['resources'],
    }),
    object('argoproj.io/v1alpha1', 'Application', 'their-app', { namespace: 'their-argocd' }),
    object(roles, 'ClusterRole', 'shop'),
    object(roles, 'ClusterRole', 'made-by-a-proof', markOf('shop-north')),
    object(roles, 'ClusterRole', 'kept-by-another-argo-cd', markOf('their-app')),
    object('v1', 'ConfigMap', 'seatrial-alone', { namespace: 'default', ...markOf('shop-north') }),
    object('v1', 'ConfigMap', 'theirs', { namespace: 'default', ...markOf('their-app') }),
    object('v1', 'ConfigMap', 'nobodys', { namespace: 'default' }),
    definition('vaults.stores.example', 'Vault'),
    object('stores.example/v1', 'Vault', 'one', { namespace: 'shop', finalizers: ['clean-up'] }),
    definition('boats.sea.example', 'Boat'),
    object('v1', 'Secret', 'seatrial-a2b3c4', { namespace: 'kube-system' }),
    object('v1', 'ServiceAccount', 'seatrial-a2b3c4', { namespace: 'kube-system' }),
    object(roles, 'ClusterRoleBinding', 'seatrial-a2b3c4'),
  ]);
  const names = await removeApplications(kubernetes, traces);
  expect(names).toEqual(['shop-north']);
  const account = 'seatrial-a2b3c4';
  expect(await removeTraces(kubernetes, traces, { account, applications: new Set(names) })).toEqual([]);
  expect(left()).toEqual([
    'Application their-app',
    'ClusterRole kept-by-another-argo-cd',
    'ConfigMap nobodys',
    'ConfigMap theirs',
    'CustomResourceDefinition boats.sea.example',
    'Namespace theirs',
  ]);
});
