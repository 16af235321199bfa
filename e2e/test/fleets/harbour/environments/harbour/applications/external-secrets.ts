import { defineApplication, defineChart } from '@seatrial/compiler';
import { clusters } from '../clusters.ts';

const chart = defineChart({
  repository: 'https://charts.external-secrets.io',
  values: { installCRDs: true, replicaCount: 1 },
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

export const externalSecrets = defineApplication(clusters, {
  on: { environments: ['prod'] },
  charts: { 'external-secrets': chart },
});
