import { defineFleet } from '@seatrial/compiler';

/** Environment, then role, then cluster; objects merge, lists and scalars replace, null removes; short forms merge like long ones. */
export default defineFleet({
  name: 'shop',
  repository: 'https://git.example/shop/fleet.git',
  branch: 'trunk',
  engine: 'argo-cd',
  ingress: 'alb',
  sync: { automated: false, retry: { limit: 2 } },
  environments: {
    prod: { branch: 'main', labels: { stage: 'prod' }, sync: { windows: { night: { kind: 'allow', schedule: '0 22 * * *', duration: '2h' } } } },
  },
  clusters: {
    paris: { kubernetes: '1.34', role: 'active', environments: ['prod'] },
    dublin: { kubernetes: '1.33', role: 'standby', environments: ['prod'], sync: { selfHeal: false } },
    lab: { kubernetes: '1.34.1', environments: ['dev', 'test'], labels: { size: 'small' } },
  },
  applications: {
    api: {
      labels: { tier: 'backend' },
      workloads: {
        api: {
          image: 'registry.example/shop/api:1',
          port: 8080,
          replicas: 2,
          args: ['--a', '--b'],
          environment: { REGION: 'none', DEBUG: '1' },
          ingress: { host: 'api.shop.example', tls: { certificateArn: 'arn:aws:acm:eu:1:certificate/x' } },
        },
      },
      perEnvironment: {
        prod: { workloads: { api: { environment: { DEBUG: null }, replicas: 5 } } },
        dev: { workloads: { api: { ingress: false } }, namespace: 'sandbox' },
      },
      perRole: { standby: { workloads: { api: { replicas: 1, ingress: 'api-standby.shop.example' } }, sync: { automated: true } } },
      perCluster: {
        paris: { workloads: { api: { environment: { REGION: 'paris' }, args: ['--c'] } } },
        dublin: { workloads: { api: { replicas: 2, ingress: { public: false } } } },
      },
    },
    tools: {
      on: { labels: { size: 'small' }, environments: ['test'] },
      objects: { settings: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { namespace: 'elsewhere' }, data: { a: 'b' } } },
    },
  },
  failover: { paris: 'dublin' },
});
