import { setTimeout as sleep } from 'node:timers/promises';
import type { KubernetesObject } from '@seatrial/compiler';
import type { KindRef, Kubernetes, ObjectRef } from '../../kubernetes/kubernetes.ts';
import { kindsOf, type ClusterTraces } from './traces.ts';

const definitionKind: KindRef = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };
const trackingId = 'argocd.argoproj.io/tracking-id';
/** Milliseconds. */
const longest = 90_000;

/** Deletes the Applications of a cluster, and gives their names. Argo CD runs no longer: nobody else ends what waits for it. */
export async function removeApplications(
  kubernetes: Kubernetes,
  { namespaces }: ClusterTraces,
): Promise<string[]> {
  const names: string[] = [];
  for (const kind of ['ApplicationSet', 'Application', 'AppProject']) {
    for (const namespace of namespaces) {
      const objects = await kubernetes.list({ apiVersion: 'argoproj.io/v1alpha1', kind }, { namespace });
      if (kind === 'Application') names.push(...objects.map(({ metadata }) => metadata.name));
      for (const object of objects) await removeNow(kubernetes, object);
    }
  }
  return names;
}

/**
 * Takes away from one cluster what a rehearsal has put there, the account last.
 * @param applications names of the rehearsal's Applications: what another Argo CD keeps there carries other marks
 * @returns what is still there
 */
export async function removeTraces(
  kubernetes: Kubernetes,
  traces: ClusterTraces,
  { account, applications }: { readonly account: string; readonly applications: ReadonlySet<string> },
): Promise<readonly string[]> {
  for (const ref of traces.shared) await kubernetes.delete(ref);
  for (const kind of kindsOf(traces)) {
    for (const object of await kubernetes.list(kind)) {
      const [application = ''] = object.metadata.annotations?.[trackingId]?.split(':') ?? [];
      if (applications.has(application)) await removeNow(kubernetes, object);
    }
  }
  for (const definition of await definitionsOf(kubernetes, traces))
    await removeDefinition(kubernetes, definition);
  for (const name of traces.namespaces)
    await kubernetes.delete({ apiVersion: 'v1', kind: 'Namespace', name });
  const end = Date.now() + longest;
  let left = await stillThere(kubernetes, traces);
  while (left.length > 0 && Date.now() < end) {
    await sleep(250);
    left = await stillThere(kubernetes, traces);
  }
  for (const ref of accountOf(account)) await kubernetes.delete(ref);
  return left;
}

/** Without what waits for a controller: those of the rehearsal run no longer. */
async function removeNow(
  kubernetes: Kubernetes,
  { apiVersion, kind, metadata }: KubernetesObject,
): Promise<void> {
  const { name, namespace, finalizers } = metadata as KubernetesObject['metadata'] & { finalizers?: unknown };
  const ref = { apiVersion, kind, name, ...(namespace === undefined ? {} : { namespace }) };
  if (finalizers !== undefined) await kubernetes.patch(ref, { metadata: { finalizers: null } });
  await kubernetes.delete(ref);
}

async function definitionsOf(kubernetes: Kubernetes, { groups }: ClusterTraces): Promise<KubernetesObject[]> {
  const all = await kubernetes.list(definitionKind);
  return all.filter(({ metadata: { name } }) => groups.includes(name.slice(name.indexOf('.') + 1)));
}

/** Its objects first: the definition would wait for theirs. */
async function removeDefinition(kubernetes: Kubernetes, definition: KubernetesObject): Promise<void> {
  const { group, names, versions } = definition['spec'] as {
    group: string;
    names: { kind: string };
    versions: readonly { name: string; storage: boolean }[];
  };
  const version = versions.find(({ storage }) => storage)?.name ?? '';
  for (const object of await kubernetes.list({ apiVersion: `${group}/${version}`, kind: names.kind }))
    await removeNow(kubernetes, object);
  await kubernetes.delete({ ...definitionKind, name: definition.metadata.name });
}

async function stillThere(kubernetes: Kubernetes, traces: ClusterTraces): Promise<readonly string[]> {
  const refs: readonly ObjectRef[] = [
    ...traces.namespaces.map((name) => ({ apiVersion: 'v1', kind: 'Namespace', name })),
    ...traces.shared,
  ];
  const found = await Promise.all(
    refs.map(async (ref) => ((await kubernetes.get(ref)) === undefined ? [] : [ref])),
  );
  return [
    ...found.flat().map(({ kind, name }) => `${kind} ${name}`),
    ...(await definitionsOf(kubernetes, traces)).map(({ metadata }) => `the kind ${metadata.name}`),
  ];
}

function accountOf(name: string): readonly ObjectRef[] {
  return [
    { apiVersion: 'v1', kind: 'Secret', namespace: 'kube-system', name },
    { apiVersion: 'v1', kind: 'ServiceAccount', namespace: 'kube-system', name },
    { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', name },
  ];
}
