/**
 * `remove-traces-program.ts FILE`: takes away from a cluster what a rehearsal has put there; FILE holds {@link Traces}. A
 * process of its own, so that the supervisor runs it also when the rehearsal was killed.
 */
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { openKubernetes } from '../../kubernetes/open-kubernetes.ts';
import { startClock } from '../../run/clock.ts';
import type { Traces } from './traces.ts';

const trackingId = 'argocd.argoproj.io/tracking-id';
const argoCdKinds = ['ApplicationSet', 'Application', 'AppProject'] as const;
const longest = 90_000;

const { name, access, account, namespaces, kinds, groups } = JSON.parse(
  await readFile(process.argv[2] ?? '', 'utf8'),
) as Traces;
const kubernetes = await openKubernetes(name, access, {
  clock: startClock(),
  progress: { tell: () => {} },
  patience: 1,
});

// Argo CD runs no longer: nobody else would end what waits for it.
for (const kind of argoCdKinds) {
  const ref = { apiVersion: 'argoproj.io/v1alpha1', kind };
  for (const { metadata } of await kubernetes.list(ref)) {
    const object = { ...ref, name: metadata.name, namespace: metadata.namespace ?? '' };
    await kubernetes.patch(object, { metadata: { finalizers: null } });
    await kubernetes.delete(object);
  }
}
for (const kind of kinds) {
  for (const { metadata } of await kubernetes.list(kind)) {
    if (metadata.annotations?.[trackingId] === undefined) continue;
    const { name, namespace } = metadata;
    await kubernetes.delete({ ...kind, name, ...(namespace === undefined ? {} : { namespace }) });
  }
}
const definition = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };
for (const { metadata } of await kubernetes.list(definition)) {
  const group = metadata.name.slice(metadata.name.indexOf('.') + 1);
  if (groups.includes(group)) await kubernetes.delete({ ...definition, name: metadata.name });
}
for (const namespace of namespaces) {
  await kubernetes.delete({ apiVersion: 'v1', kind: 'Namespace', name: namespace });
}
const end = Date.now() + longest;
while (Date.now() < end && (await someAreLeft())) await sleep(250);
await kubernetes.delete({ apiVersion: 'v1', kind: 'Secret', namespace: 'kube-system', name: account });
await kubernetes.delete({
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  namespace: 'kube-system',
  name: account,
});
await kubernetes.delete({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRoleBinding',
  name: account,
});
kubernetes.close();

async function someAreLeft(): Promise<boolean> {
  const found = await Promise.all(
    namespaces.map((namespace) => kubernetes.get({ apiVersion: 'v1', kind: 'Namespace', name: namespace })),
  );
  return found.some((namespace) => namespace !== undefined);
}
