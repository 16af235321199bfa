import { namespaceKinds, podKinds, requiredLabels, workloadKinds } from '@seatrial/policies';

/** What the fleet puts on everything, with the values it uses. */
const common = [
  { key: 'app.kubernetes.io/managed-by', allowedRegex: '^argo-cd$' },
  { key: 'luneo.app/owner', allowedRegex: '^[a-z][a-z0-9-]*$' },
  { key: 'luneo.app/environment', allowedRegex: '^(prod|management)$' },
];
const ofWorkloads = [{ key: 'app.kubernetes.io/name' }, { key: 'app.kubernetes.io/part-of' }, ...common];

/** `K8sRequiredLabels` and its constraints, by scope. */
export const standardLabels = requiredLabels.objects({
  'require-standard-labels': {
    match: { kinds: workloadKinds, namespaces: ['luneo'] },
    parameters: { labels: ofWorkloads },
  },
  // A pod can be made by hand, or by a controller that drops labels.
  'require-standard-labels-pods': {
    match: { kinds: podKinds, namespaces: ['luneo'] },
    parameters: { labels: ofWorkloads },
  },
  'require-standard-labels-namespaces': {
    match: {
      kinds: namespaceKinds,
      namespaces: ['luneo', 'observability', 'external-secrets', 'gatekeeper-system'],
    },
    parameters: { labels: common },
  },
  // Charts of others have labels of their own: they are told, not refused.
  'require-standard-labels-charts': {
    match: { kinds: workloadKinds, namespaces: ['observability', 'external-secrets'] },
    parameters: { labels: [{ key: 'app.kubernetes.io/name' }, { key: 'app.kubernetes.io/instance' }] },
    enforcementAction: 'warn',
  },
});
