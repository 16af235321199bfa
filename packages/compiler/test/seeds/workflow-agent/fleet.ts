import { defineFleet } from '@seatrial/compiler';

const prometheusConfig = `global:
  scrape_interval: 15s
scrape_configs:
  - job_name: prometheus
    static_configs:
      - targets: ['localhost:9090']
`;

const grafanaDatasources = `apiVersion: 1
datasources:
  - name: Prometheus
    type: prometheus
    url: http://prometheus:9090
`;

/** Seed 002: one K3s cluster, its Argo CD, and a monitoring stack from a git repository on the machine's own disk. */
export default defineFleet({
  name: 'workflow-agent',

  // "repo Git local": `repoURL: file://{absolute-path}/output/gitops/{workflow-id}`, `targetRevision: HEAD`.
  repository: 'file:///var/lib/workflow-agent/output/gitops/workflow-42',
  branch: 'HEAD',
  engine: 'argo-cd',

  // "K3s"; "app of apps", "bootstrap_app: root": without a hub, the cluster's own Argo CD has a root for it.
  clusters: { 'workflow-42': { kubernetes: '1.34', environments: ['demo'] } },

  // "prune: true, selfHeal: true", "sync automatique".
  sync: { automated: true, prune: true, selfHeal: true },

  applications: {
    // "Argo CD Agent": namespace `argocd`, UI on NodePort 30080; "ArgoCD s'auto-gère". Its definitions are too large for
    // client-side apply, and who takes it out of the model does not want Argo CD to delete itself.
    'argo-cd': {
      namespace: 'argocd',
      sync: { serverSideApply: true, preserveOnDeletion: true },
      charts: {
        'argo-cd': {
          repository: 'https://charts.example',
          version: '9.1.4',
          release: 'argocd',
          definitions: { groups: ['argoproj.io'] },
          clusterKinds: [
            'rbac.authorization.k8s.io/ClusterRole',
            'rbac.authorization.k8s.io/ClusterRoleBinding',
          ],
          values: { server: { service: { type: 'NodePort', nodePortHttp: 30080 } } },
        },
      },
    },

    // "Application monitoring-{workflow-id}", "destination.namespace: monitoring".
    monitoring: {
      // "00-namespace.yaml"
      sync: { createNamespace: false },
      objects: {
        monitoring: { apiVersion: 'v1', kind: 'Namespace' },
        'headlamp-view': {
          apiVersion: 'rbac.authorization.k8s.io/v1',
          kind: 'ClusterRoleBinding',
          roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
          subjects: [{ kind: 'ServiceAccount', name: 'headlamp', namespace: 'monitoring' }],
        },
      },

      workloads: {
        // "10-prometheus.yaml": Prometheus on 30090, its ConfigMap and Service; "-l app=prometheus" finds its pods.
        prometheus: {
          image: 'registry.example/prom/prometheus:v3.5.0',
          args: ['--config.file=/etc/prometheus/prometheus.yml', '--storage.tsdb.path=/prometheus'],
          port: 9090,
          service: { ports: { http: 9090 }, nodePorts: { http: 30090 } },
          probes: { readiness: '/-/ready', liveness: '/-/healthy' },
          files: { '/etc/prometheus/prometheus.yml': prometheusConfig },
          volumes: { data: { mountPath: '/prometheus', emptyDir: {} } },
          security: { user: 65534, fsGroup: 65534 },
          labels: { app: 'prometheus' },
        },

        // "20-grafana.yaml": Grafana on 30300; "admin / admin" is what Grafana itself begins with.
        grafana: {
          image: 'registry.example/grafana/grafana:12.2.0',
          port: 3000,
          service: { nodePorts: { http: 30300 } },
          probes: { readiness: '/api/health' },
          files: { '/etc/grafana/provisioning/datasources/prometheus.yaml': grafanaDatasources },
          volumes: { data: { mountPath: '/var/lib/grafana', emptyDir: {} } },
          security: { user: 472, fsGroup: 472 },
          labels: { app: 'grafana' },
        },

        // "25-headlamp.yaml (si activé)": Headlamp on 30466, "In-cluster auth"; leave it out and it is pruned.
        headlamp: {
          image: 'registry.example/headlamp-k8s/headlamp:v0.36.0',
          args: ['-in-cluster'],
          port: 4466,
          service: { nodePorts: { http: 30466 } },
          security: { user: 100 },
          serviceAccount: { apiToken: true },
          labels: { app: 'headlamp' },
        },
      },
    },
  },
});
