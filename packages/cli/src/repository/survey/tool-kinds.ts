import { groupOf } from '@seatrial/compiler';

/**
 * API groups whose objects look like Kubernetes' own and are settings of a tool: no API server takes them.
 */
const toolGroups: ReadonlySet<string> = new Set([
  'kustomize.config.k8s.io',
  'config.kubernetes.io',
  'builtin',
  'kind.x-k8s.io',
  'kubeadm.k8s.io',
  'kubelet.config.k8s.io',
  'kubeproxy.config.k8s.io',
  'kubescheduler.config.k8s.io',
  'apiserver.config.k8s.io',
  'apiserver.k8s.io',
  'audit.k8s.io',
  'controller-runtime.sigs.k8s.io',
  'clusterctl.cluster.x-k8s.io',
  'eksctl.io',
  'k3d.io',
  'ctlptl.dev',
  'skaffold',
  'backstage.io',
  'test.gatekeeper.sh',
  'cli.kyverno.io',
  'chainsaw.kyverno.io',
  'kuttl.dev',
  'kapp.k14s.io',
  'kbld.k14s.io',
  'vendir.k14s.io',
  'client.authentication.k8s.io',
]);

/** Whether an object is the settings of a tool and never meant for an API server: kind, kubeadm, skaffold, kubeconfigs. */
export function isToolKind(apiVersion: string, kind: string): boolean {
  if (apiVersion === 'v1' && kind === 'Config') return true;
  return toolGroups.has(groupOf(apiVersion));
}
