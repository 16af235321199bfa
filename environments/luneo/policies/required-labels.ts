import {
  constraint,
  constraintTemplate,
  namespaceKinds,
  podKinds,
  workloadKinds,
} from './constraint-template.ts';

const template = 'K8sRequiredLabels';

/** What the fleet puts on everything, with the values it uses. */
const common = [
  { key: 'app.kubernetes.io/managed-by', allowedRegex: '^argo-cd$' },
  { key: 'luneo.app/owner', allowedRegex: '^[a-z][a-z0-9-]*$' },
  { key: 'luneo.app/environment', allowedRegex: '^(prod|management)$' },
];
const ofWorkloads = [{ key: 'app.kubernetes.io/name' }, { key: 'app.kubernetes.io/part-of' }, ...common];

/** `K8sRequiredLabels` and its constraints, by scope. */
export const requiredLabels = {
  k8srequiredlabels: constraintTemplate(template, 'required-labels.rego', {
    labels: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          key: { type: 'string', description: 'The label that must be there.' },
          allowedRegex: { type: 'string', description: 'What its value must match; any value when absent.' },
        },
      },
    },
  }),
  'require-standard-labels': constraint(template, {
    match: { kinds: workloadKinds, namespaces: ['luneo'] },
    parameters: { labels: ofWorkloads },
  }),
  // A pod can be made by hand, or by a controller that drops labels.
  'require-standard-labels-pods': constraint(template, {
    match: { kinds: podKinds, namespaces: ['luneo'] },
    parameters: { labels: ofWorkloads },
  }),
  'require-standard-labels-namespaces': constraint(template, {
    match: {
      kinds: namespaceKinds,
      namespaces: ['luneo', 'observability', 'external-secrets', 'gatekeeper-system'],
    },
    parameters: { labels: common },
  }),
  // Charts of others have labels of their own: they are told, not refused.
  'require-standard-labels-charts': constraint(template, {
    match: { kinds: workloadKinds, namespaces: ['observability', 'external-secrets'] },
    parameters: { labels: [{ key: 'app.kubernetes.io/name' }, { key: 'app.kubernetes.io/instance' }] },
    enforcementAction: 'warn',
  }),
};
