import { defineApplication, defineChart } from '@seatrial/compiler';
import { clusters } from '../clusters.ts';

const chart = defineChart({
  repository: 'https://charts.external-secrets.io',
  values: {
    installCRDs: true,
    // Scraped by the agent, for the alert on ExternalSecrets: a ServiceMonitor would need definitions that come later.
    podAnnotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '8080' },
    replicaCount: 2,
    leaderElect: true,
    podDisruptionBudget: { enabled: true, minAvailable: 1 },
    webhook: { replicaCount: 2 },
    resources: { requests: { cpu: '50m', memory: '128Mi' }, limits: { memory: '256Mi' } },
  },
  definitions: {
    groups: ['external-secrets.io', 'generators.external-secrets.io'],
    clusterScopedKinds: [
      'ClusterSecretStore',
      'ClusterExternalSecret',
      'ClusterPushSecret',
      'ClusterGenerator',
    ],
    source: {
      module: 'github.com/external-secrets/external-secrets',
      version: 'v0.19.2',
      path: 'config/crds/bases',
    },
  },
  clusterKinds: [
    'apiextensions.k8s.io/CustomResourceDefinition',
    'rbac.authorization.k8s.io/ClusterRole',
    'rbac.authorization.k8s.io/ClusterRoleBinding',
    'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  ],
});

/** External Secrets Operator, on every cluster: also on the hub, where Argo CD's own secrets come from it. */
export const externalSecrets = defineApplication(clusters, {
  after: ['namespaces'],
  charts: { 'external-secrets': chart },
  sync: {
    // The operator writes the certificate of its webhooks itself.
    ignoreDifferences: {
      'webhook-certificate': {
        group: 'admissionregistration.k8s.io',
        kind: 'ValidatingWebhookConfiguration',
        jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle'],
      },
    },
    options: ['RespectIgnoreDifferences=true'],
  },
});
