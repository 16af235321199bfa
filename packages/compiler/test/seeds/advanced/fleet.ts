import { defineFleet } from '@seatrial/compiler';

const charts = 'https://charts.example';

/** Seed 004, "GitOps avancé": every pattern that it lists, in one fleet. */
export default defineFleet({
  name: 'advanced',

  // 2, "mono-repo": charts, Kustomize folders and what is generated live in one repository.
  repository: 'https://git.example/repo.git',
  engine: 'argo-cd',

  // 5, "promotions par PR (dev → preprod → prod)", "tags immuables (digest)": one versions file an environment.
  environments: {
    dev: { versions: 'envs/dev.yaml' },
    preprod: { versions: 'envs/preprod.yaml' },
    prod: { versions: 'envs/prod.yaml' },
  },

  // 3, "app of apps": the root lives where Argo CD does. 4.2, "multicluster": clusters labelled `env: managed`.
  clusters: {
    main: { kubernetes: '1.34', role: 'hub', environments: ['dev', 'preprod', 'prod'] },
    'edge-1': { kubernetes: '1.34', environments: ['prod'], labels: { env: 'managed' } },
    'edge-2': { kubernetes: '1.33', environments: ['prod'], labels: { env: 'managed' } },
  },

  // 6.1, "automatisation" and the four sync options.
  sync: {
    automated: true,
    prune: true,
    selfHeal: true,
    createNamespace: true,
    pruneLast: true,
    applyOutOfSyncOnly: true,
    serverSideApply: true,
  },

  applications: {
    // 9.1, "Bitnami SealedSecret": the controller and its definition, once on the cluster.
    'sealed-secrets': {
      on: { clusters: ['main'], environments: ['prod'] },
      namespace: 'kube-system',
      sync: { createNamespace: false },
      charts: {
        'sealed-secrets': {
          repository: charts,
          version: '2.17.9',
          definitions: { groups: ['bitnami.com'] },
          clusterKinds: [
            'rbac.authorization.k8s.io/ClusterRole',
            'rbac.authorization.k8s.io/ClusterRoleBinding',
          ],
        },
      },
    },

    // 4.1, "ApplicationSet par environnements": a chart in git with values for each environment (8.1).
    myapp: {
      on: { clusters: ['main'] },
      after: ['sealed-secrets'],
      charts: {
        myapp: {
          git: 'https://git.example/repo.git',
          path: 'apps/myapp/charts/myapp',
          clusterKinds: [],
          values: { image: { repository: 'registry.example/myapp' }, replicaCount: 1 },
        },
      },
      // 7, "hooks".
      hooks: {
        'db-migrate': {
          on: 'PreSync',
          deletePolicy: 'HookSucceeded',
          image: 'registry.example/myrepo/db-migrator',
          args: ['upgrade'],
        },
        'smoke-test': {
          on: 'PostSync',
          deletePolicy: 'BeforeHookCreation',
          image: 'registry.example/myrepo/smoke-test:1.0',
        },
      },
      // 9.1, a sealed value holds in one namespace only, so each environment has its own; 6.3, wave: before the chart.
      objects: {
        'db-cred': {
          apiVersion: 'bitnami.com/v1alpha1',
          kind: 'SealedSecret',
          metadata: { annotations: { 'argocd.argoproj.io/sync-wave': '-1' } },
          spec: { encryptedData: { password: 'AgB1ZGV2' } },
        },
      },
      perEnvironment: {
        preprod: {
          charts: { myapp: { values: { replicaCount: 2 } } },
          objects: { 'db-cred': { spec: { encryptedData: { password: 'AgB1cHJlcHJvZA==' } } } },
        },
        prod: {
          charts: { myapp: { values: { replicaCount: 4 } } },
          objects: { 'db-cred': { spec: { encryptedData: { password: 'AgB1cHJvZA==' } } } },
        },
      },
      sync: {
        // 6.2, "ignorer différences".
        ignoreDifferences: {
          replicas: { group: 'apps', kind: 'Deployment', jsonPointers: ['/spec/replicas'] },
        },
        // 12, "fenêtres de déploiement": `Mon-Fri 09:00-18:00`.
        windows: {
          'office-hours': {
            kind: 'allow',
            schedule: '0 9 * * 1-5',
            duration: '9h',
            timeZone: 'Europe/Paris',
          },
        },
      },
    },

    // 8.2, "Kustomize overlay": an existing base, and in dev a patch of its replicas.
    'myapp-web': {
      on: { clusters: ['main'] },
      bases: { web: { path: '../../apps/myapp/kustomize/base' } },
      perEnvironment: {
        dev: {
          patches: { 'Deployment/web': [{ op: 'replace', path: '/spec/replicas', value: 2 }] },
          // 10, "Argo CD Image Updater": it writes its own file beside the placement's kustomization.
          sync: {
            annotations: {
              'argocd-image-updater.argoproj.io/image-list': 'myapp=registry.example/myapp',
              'argocd-image-updater.argoproj.io/myapp.update-strategy': 'latest',
              'argocd-image-updater.argoproj.io/write-back-method': 'git',
            },
          },
        },
      },
    },

    // 11, "Argo Rollouts": the controller and its definitions.
    'argo-rollouts': {
      on: { labels: { env: 'managed' } },
      charts: {
        'argo-rollouts': { repository: charts, version: '2.40.5', definitions: { groups: ['argoproj.io'] } },
      },
    },

    // 11, "canary", with the analysis by Prometheus that aborts it; 4.2, on every cluster labelled `env: managed`.
    web: {
      on: { labels: { env: 'managed' } },
      after: ['argo-rollouts'],
      objects: {
        web: {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'Rollout',
          spec: {
            replicas: 4,
            strategy: {
              canary: {
                analysis: { templates: [{ templateName: 'success-rate' }], startingStep: 1 },
                steps: [
                  { setWeight: 25 },
                  { pause: { duration: 120 } },
                  { setWeight: 50 },
                  { pause: { duration: 120 } },
                  { setWeight: 100 },
                ],
              },
            },
            selector: { matchLabels: { app: 'web' } },
            template: {
              metadata: { labels: { app: 'web' } },
              spec: {
                containers: [
                  { name: 'web', image: 'registry.example/web:1.2.3', ports: [{ containerPort: 8080 }] },
                ],
              },
            },
          },
        },
        'success-rate': {
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'AnalysisTemplate',
          spec: {
            metrics: [
              {
                name: 'success-rate',
                interval: '60s',
                failureLimit: 2,
                successCondition: 'result[0] >= 0.99',
                provider: {
                  prometheus: {
                    address: 'http://prometheus.monitoring:9090',
                    query:
                      'sum(rate(http_requests_total{job="web",code!~"5.."}[2m])) / sum(rate(http_requests_total{job="web"}[2m]))',
                  },
                },
              },
            ],
          },
        },
      },
    },

    // 13, the token and the address that the notifications need, sealed like every other secret of this fleet.
    'argo-cd-secrets': {
      on: { clusters: ['main'], environments: ['prod'] },
      namespace: 'argocd',
      sync: { createNamespace: false },
      after: ['sealed-secrets'],
      objects: {
        'argocd-notifications-secret': {
          apiVersion: 'bitnami.com/v1alpha1',
          kind: 'SealedSecret',
          spec: { encryptedData: { 'slack-token': 'AgB1c2xhY2s=', 'webhook-url': 'AgB1d2ViaG9vaw==' } },
        },
      },
    },
  },

  argoCd: {
    // 4, "ApplicationSet": by list and by clusters.
    applicationSets: {
      'myapp-envs': { generator: 'list', applications: ['myapp', 'myapp-web'] },
      'web-clusters': { generator: 'clusters', applications: ['web'] },
    },
    // 13, "notifications (Slack/Webhook)", `on-sync-succeeded`.
    notifications: {
      slack: { channel: 'deployments' },
      webhook: {},
      on: ['sync-succeeded', 'sync-failed', 'health-degraded'],
    },
  },
});
