import { defineApplication, defineChart } from '@seatrial/compiler';
import { denyLatestTag, podKinds, requiredLabels, workloadKinds } from '@seatrial/policies';
import { clusters } from '../clusters.ts';

const chart = defineChart({
  repository: 'https://open-policy-agent.github.io/gatekeeper/charts',
  values: { replicas: 1 },
  definitions: {
    groups: [
      'templates.gatekeeper.sh',
      'constraints.gatekeeper.sh',
      'config.gatekeeper.sh',
      'status.gatekeeper.sh',
    ],
    clusterScopedKinds: ['ConstraintTemplate'],
    source: {
      module: 'github.com/open-policy-agent/gatekeeper/v3',
      version: 'v3.23.1',
      path: 'charts/gatekeeper/crds',
    },
  },
  clusterKinds: [
    'apiextensions.k8s.io/CustomResourceDefinition',
    'rbac.authorization.k8s.io/ClusterRole',
    'rbac.authorization.k8s.io/ClusterRoleBinding',
    'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  ],
});

const labels = [
  { key: 'app.kubernetes.io/name' },
  { key: 'harbour.example/environment', allowedRegex: '^prod$' },
];

/** Gatekeeper and the policies of the fleet: on workloads, where the author sees the answer, and on every pod. */
export const gatekeeper = defineApplication(clusters, {
  on: { environments: ['prod'] },
  namespace: 'gatekeeper-system',
  charts: { gatekeeper: chart },
  objects: {
    ...denyLatestTag.objects({
      'no-latest': { match: { kinds: workloadKinds, namespaces: ['shop'] } },
      'no-latest-pods': { match: { kinds: podKinds, namespaces: ['shop'] } },
    }),
    ...requiredLabels.objects({
      'named-and-placed': {
        match: { kinds: [...workloadKinds, ...podKinds], namespaces: ['shop'] },
        parameters: { labels },
      },
    }),
  },
  sync: {
    // Gatekeeper writes the certificate of its webhook itself.
    ignoreDifferences: {
      certificate: {
        group: 'admissionregistration.k8s.io',
        kind: 'ValidatingWebhookConfiguration',
        jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle'],
      },
    },
    options: ['RespectIgnoreDifferences=true'],
  },
});
