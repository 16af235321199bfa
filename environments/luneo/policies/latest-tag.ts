import { denyLatestTag, podKinds, workloadKinds } from '@seatrial/policies';

/** What EKS and Argo CD bring along, before this fleet has a say. */
const excludedNamespaces = ['kube-system', 'kube-public', 'kube-node-lease', 'gatekeeper-system', 'argocd'];

/** `K8sDenyLatestTag` and its constraints, by scope. */
export const latestTag = denyLatestTag.objects({
  // Refused where a person or Argo CD sees the answer: at the workload.
  'forbid-latest-tag': { match: { kinds: workloadKinds, excludedNamespaces } },
  // And at the pod, whoever makes it.
  'forbid-latest-tag-pods': { match: { kinds: podKinds, excludedNamespaces } },
});
