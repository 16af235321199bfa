import { groupOf } from '@seatrial/compiler';
import { listAt, recordAt } from '../../json/fields.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';

/** Custom kinds that make no pods, Services, ConfigMaps or Secrets, or whose ConfigMaps and Secrets are known by name. */
const inertGroups = [
  /^external-secrets\.io$/,
  /^generators\.external-secrets\.io$/,
  /(^|\.)cert-manager\.io$/,
  /(^|\.)gatekeeper\.sh$/,
  /^(source|notification|image|kustomize)\.toolkit\.fluxcd\.io$/,
  /^traefik\.(io|containo\.us)$/,
  /^(networking|security|telemetry)\.istio\.io$/,
  /^(cilium\.io|metallb\.io|keda\.sh|velero\.io|longhorn\.io|karpenter\.sh|karpenter\.k8s\.aws|elbv2\.k8s\.aws)$/,
  /^(crd\.)?projectcalico\.org$/,
  /^wgpolicyk8s\.io$/,
];

const inertKinds: Readonly<Record<string, readonly string[]>> = {
  'argoproj.io': [
    'AnalysisTemplate',
    'AppProject',
    'Application',
    'ApplicationSet',
    'ClusterAnalysisTemplate',
    'ClusterWorkflowTemplate',
    'Rollout',
    'WorkflowTemplate',
  ],
  'bitnami.com': ['SealedSecret'],
  'monitoring.coreos.com': [
    'AlertmanagerConfig',
    'PodMonitor',
    'Probe',
    'PrometheusRule',
    'ScrapeConfig',
    'ServiceMonitor',
  ],
};

const isKubernetesOwn = (group: string): boolean => !group.includes('.') || group.endsWith('.k8s.io');

/**
 * Whether an object is of a custom kind whose operator may make pods, Services, ConfigMaps, Secrets and the like.
 * Operators that nobody has listed are taken for ones that do.
 */
export function isMaker({ object }: LocatedObject): boolean {
  const group = groupOf(String(object.apiVersion));
  const kind = String(object.kind);
  if (group === 'gateway.networking.k8s.io') return kind === 'Gateway';
  if (isKubernetesOwn(group) || inertGroups.some((pattern) => pattern.test(group))) return false;
  if (/(^|\.)kyverno\.io$/.test(group)) return generates(object);
  return inertKinds[group]?.includes(kind) !== true;
}

/** Kyverno's policies check and change objects; only a rule that generates makes new ones. */
function generates(object: unknown): boolean {
  return listAt(object, 'spec', 'rules').some((rule) => 'generate' in recordAt({ rule }, 'rule'));
}
