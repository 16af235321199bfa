import { constraint, constraintTemplate, podKinds, workloadKinds } from './constraint-template.ts';

const template = 'K8sDenyLatestTag';

/** What EKS and Argo CD bring along, before this fleet has a say. */
const excludedNamespaces = ['kube-system', 'kube-public', 'kube-node-lease', 'gatekeeper-system', 'argocd'];

/** `K8sDenyLatestTag` and its constraints, by scope. */
export const denyLatestTag = {
  k8sdenylatesttag: constraintTemplate(template, 'deny-latest-tag.rego'),
  // Refused where a person or Argo CD sees the answer: at the workload.
  'forbid-latest-tag': constraint(template, { match: { kinds: workloadKinds, excludedNamespaces } }),
  // And at the pod, whoever makes it.
  'forbid-latest-tag-pods': constraint(template, { match: { kinds: podKinds, excludedNamespaces } }),
};
