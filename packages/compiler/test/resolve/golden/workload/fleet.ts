import { defineFleet } from '@seatrial/compiler';

/** Every feature of a workload, once. */
export default defineFleet({
  name: 'shop',
  repository: 'https://git.example/shop/fleet.git',
  engine: 'argo-cd',
  labels: { team: 'shop' },
  clusters: { paris: { kubernetes: '1.34', environments: ['prod'], ingress: 'traefik' } },
  applications: {
    api: {
      workloads: {
        api: {
          image: 'registry.example:5000/shop/api:1.4.2@sha256:0123456789012345678901234567890123456789012345678901234567890123',
          command: ['/bin/api'],
          args: ['--listen', ':8080'],
          port: 8080,
          ports: { metrics: 9090, dns: { port: 5353, protocol: 'UDP' } },
          replicas: 3,
          probes: {
            readiness: '/ready',
            liveness: { tcp: true, port: 'metrics', periodSeconds: 20 },
            startup: { command: ['/bin/api', 'check'], failureThreshold: 30 },
          },
          resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
          environment: {
            LOG_LEVEL: 'info',
            DATABASE_URL: { secret: 'database', key: 'url' },
            FEATURES: { configMap: 'features', key: 'list', optional: true },
            POD: { field: 'metadata.name' },
          },
          environmentFrom: { secrets: ['stripe'], configMaps: ['shared'] },
          files: { '/etc/api/config.yaml': 'debug: false\n', '/etc/api/banner.txt': 'hello' },
          volumes: {
            cache: { mountPath: '/cache', emptyDir: { sizeLimit: '1Gi' } },
            data: { mountPath: '/data', claim: { size: '10Gi', storageClass: 'gp3' } },
            certificates: { mountPath: '/certificates', secret: 'certificates', readOnly: true },
          },
          service: { annotations: { 'example.com/owner': 'shop' }, ports: { metrics: 9999 } },
          ingress: { host: 'api.shop.example', aliases: ['shop.example'], paths: ['/v1', '/v2'], tls: { secret: 'api-tls' } },
          autoscaling: { min: 2, max: 10, cpu: 70 },
          disruptionBudget: { maxUnavailable: '25%' },
          networkPolicy: {
            from: { web: { workload: 'web', ports: ['http'] }, prometheus: { namespace: 'monitoring', ports: ['metrics'] } },
            to: { database: { cidr: '10.0.0.0/16', except: ['10.0.9.0/24'], ports: [5432] } },
          },
          serviceAccount: { cloudRole: { aws: 'arn:aws:iam::123456789012:role/api' }, apiToken: true },
          monitor: { interval: '30s', labels: { release: 'prometheus' } },
          topologySpread: { zone: 1, node: 2 },
          security: { user: 1000, readOnlyRootFilesystem: true, capabilities: ['NET_BIND_SERVICE'] },
          strategy: { maxSurge: 1, maxUnavailable: 0 },
          terminationGracePeriodSeconds: 60,
          imagePullSecrets: ['registry'],
          sidecars: { proxy: { image: 'registry.example/proxy:2', ports: { admin: 15000 }, probes: { readiness: '/healthz' } } },
          initContainers: { warm: { image: 'registry.example/warm:1', mounts: { cache: '/warm' } } },
          annotations: { 'example.com/contact': 'sre' },
          podAnnotations: { 'example.com/scrape': 'no' },
          wave: 2,
        },
        web: { image: 'registry.example/shop/web:3', port: 3000 },
        worker: { image: 'registry.example/shop/worker:3' },
      },
    },
  },
});
