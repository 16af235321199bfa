import { defineApplication, defineChart } from '@seatrial/compiler';
import { clusters } from '../clusters.ts';
import { latestTag } from '../policies/latest-tag.ts';
import { standardLabels } from '../policies/standard-labels.ts';

const chart = defineChart({
  repository: 'https://open-policy-agent.github.io/gatekeeper/charts',
  values: {
    replicas: 3,
    auditInterval: 60,
    constraintViolationsLimit: 100,
    // The namespace and its labels are in git (namespaces.ts): no Job of the chart writes them.
    postInstall: { labelNamespace: { enabled: false } },
    postUpgrade: { labelNamespace: { enabled: false } },
  },
  definitions: {
    groups: [
      'templates.gatekeeper.sh',
      'constraints.gatekeeper.sh',
      'config.gatekeeper.sh',
      'mutations.gatekeeper.sh',
      'expansion.gatekeeper.sh',
      'externaldata.gatekeeper.sh',
      'syncset.gatekeeper.sh',
      'connection.gatekeeper.sh',
      'status.gatekeeper.sh',
    ],
    clusterScopedKinds: [
      'ConstraintTemplate',
      'Assign',
      'AssignImage',
      'AssignMetadata',
      'ModifySet',
      'ExpansionTemplate',
      'Provider',
      'SyncSet',
    ],
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
    'admissionregistration.k8s.io/MutatingWebhookConfiguration',
    'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  ],
});

/** Gatekeeper and the policies of the fleet, on every cluster. */
export const gatekeeper = defineApplication(clusters, {
  namespace: 'gatekeeper-system',
  after: ['namespaces'],
  charts: { gatekeeper: chart },
  objects: { ...standardLabels, ...latestTag },
  sync: {
    // Gatekeeper writes the certificate of its webhooks itself.
    ignoreDifferences: {
      'validating-certificate': {
        group: 'admissionregistration.k8s.io',
        kind: 'ValidatingWebhookConfiguration',
        jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle'],
      },
      'mutating-certificate': {
        group: 'admissionregistration.k8s.io',
        kind: 'MutatingWebhookConfiguration',
        jqPathExpressions: ['.webhooks[]?.clientConfig.caBundle'],
      },
    },
    options: ['RespectIgnoreDifferences=true'],
  },
});
