import { defineChart } from '@seatrial/compiler';
import { denyLatestTag, requiredLabels, workloadKinds, type MatchKinds } from '@seatrial/policies';
import { applicationNames } from './parameters.ts';

const namespaces = applicationNames();

/** Every kind that the fleet deploys. */
const everyKind: readonly MatchKinds[] = [
  { apiGroups: ['apps'], kinds: ['Deployment'] },
  { apiGroups: [''], kinds: ['Service', 'ServiceAccount'] },
  { apiGroups: ['networking.k8s.io'], kinds: ['Ingress'] },
  { apiGroups: ['policy'], kinds: ['PodDisruptionBudget'] },
];

const chart = defineChart({
  repository: 'https://open-policy-agent.github.io/gatekeeper/charts',
  version: '3.23.1',
  definitions: {
    groups: ['templates.gatekeeper.sh', 'constraints.gatekeeper.sh'],
    clusterScopedKinds: ['ConstraintTemplate'],
    source: {
      module: 'github.com/open-policy-agent/gatekeeper/v3',
      version: 'v3.23.1',
      path: 'charts/gatekeeper/crds',
    },
  },
});

/** Two policies that every object of the fleet obeys: one for every object, one for what runs images. */
export const gatekeeper = {
  namespace: 'gatekeeper-system',
  charts: { gatekeeper: chart },
  objects: {
    ...requiredLabels.objects({
      'require-names': {
        match: { kinds: everyKind, namespaces },
        parameters: {
          labels: [
            { key: 'app.kubernetes.io/name', allowedRegex: '^app[0-9]+$' },
            { key: 'app.kubernetes.io/part-of' },
          ],
        },
      },
    }),
    ...denyLatestTag.objects({ 'forbid-latest-tag': { match: { kinds: workloadKinds, namespaces } } }),
  },
};
