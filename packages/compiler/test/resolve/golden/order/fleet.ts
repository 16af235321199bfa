import { defineFleet } from '@seatrial/compiler';

const widgets = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'widgets.shop.example' },
  spec: { group: 'shop.example', names: { kind: 'Widget', plural: 'widgets' }, scope: 'Cluster', versions: [] },
};

/** Custom resources come after their definitions, hooks around the sync, applications after each other. */
export default defineFleet({
  name: 'shop',
  repository: 'https://git.example/shop/fleet.git',
  engine: 'argo-cd',
  clusters: { paris: { kubernetes: '1.34', environments: ['prod'] } },
  applications: {
    api: {
      after: ['secrets', 'monitoring'],
      workloads: { api: { image: 'registry.example/shop/api:1', port: 8080, monitor: true } },
      externalSecrets: {
        database: { store: 'aws', from: '/shop/prod/database' },
        tokens: { store: { name: 'aws', kind: 'ClusterSecretStore' }, from: '/shop/prod/tokens', keys: { TOKEN: 'token' }, refreshInterval: '5m' },
      },
      hooks: {
        migrate: { on: 'PreSync', image: 'registry.example/shop/api:1', command: ['migrate'], serviceAccount: { cloudRole: { aws: 'arn:aws:iam::1:role/m' } } },
        notify: { on: 'PostSync', image: 'registry.example/notify:1', deletePolicy: 'HookSucceeded', wave: 3 },
      },
      objects: { widgets, blue: { apiVersion: 'shop.example/v1', kind: 'Widget', metadata: {} } },
    },
    secrets: {
      charts: {
        'external-secrets': {
          repository: 'https://charts.example',
          version: '1.0.0',
          definitions: { groups: ['external-secrets.io'], clusterScopedKinds: ['ClusterSecretStore'] },
        },
      },
      objects: { aws: { apiVersion: 'external-secrets.io/v1', kind: 'ClusterSecretStore' } },
    },
    monitoring: {
      charts: { prometheus: { repository: 'https://charts.example', version: '1.0.0' } },
    },
    policies: {
      objects: {
        k8srequiredlabels: { apiVersion: 'templates.gatekeeper.sh/v1', kind: 'ConstraintTemplate' },
        'require-team': { apiVersion: 'constraints.gatekeeper.sh/v1beta1', kind: 'K8sRequiredLabels' },
      },
    },
  },
});
