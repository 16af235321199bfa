import { groupOf } from '@seatrial/compiler';

const groups = new Set(
  (
    'admissionregistration apiextensions apiregistration authentication authorization certificates coordination discovery ' +
    'events flowcontrol.apiserver internal.apiserver networking node rbac.authorization resource scheduling storage storagemigration'
  )
    .split(' ')
    .map((name) => `${name}.k8s.io`),
);

/** Whether Kubernetes itself serves the group of an apiVersion; every other group is of custom kinds. */
export function isKubernetesGroup(apiVersion: string): boolean {
  const group = groupOf(apiVersion);
  return !group.includes('.') || groups.has(group);
}
