import type { KubernetesObject } from '../../../src/objects/kubernetes-object.ts';
import type { ResolvedFleet } from '../../../src/resolved/fleet.ts';
import {
  application,
  argoCd,
  chart,
  cluster,
  fleet,
  manualSync,
  placement,
} from '../argo-cd/fleet-builder.ts';

function workload(kind: string, name: string, spec: unknown): KubernetesObject {
  return {
    apiVersion: kind === 'CronJob' ? 'batch/v1' : 'apps/v1',
    kind,
    metadata: { name, namespace: 'shop' },
    spec,
  };
}

function pod(spec: Readonly<Record<string, unknown>>): unknown {
  return { spec: { containers: [{ name: 'main', ...spec }] } };
}

const fromSecret = { envFrom: [{ secretRef: { name: 'backend' } }] };

function objects(replicas: number, scaled: boolean): KubernetesObject[] {
  return [
    workload('Deployment', 'api', { replicas, template: pod(fromSecret) }),
    workload('Deployment', 'worker', { ...(scaled ? {} : { replicas: 1 }), template: pod({}) }),
    workload('StatefulSet', 'queue', {
      replicas: 3,
      template: {
        spec: {
          containers: [{ name: 'queue' }],
          volumes: [{ name: 'backend', secret: { secretName: 'backend' } }],
        },
      },
    }),
    workload('CronJob', 'report', { jobTemplate: { spec: { template: pod(fromSecret) } } }),
    ...(scaled
      ? [
          {
            apiVersion: 'autoscaling/v2',
            kind: 'HorizontalPodAutoscaler',
            metadata: { name: 'worker', namespace: 'shop' },
            spec: { scaleTargetRef: { kind: 'Deployment', name: 'worker' }, minReplicas: 4, maxReplicas: 20 },
          },
        ]
      : []),
    {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: 'backend-from-store', namespace: 'shop' },
      spec: { target: { name: 'backend' } },
    },
  ];
}

const placements = [
  placement('shop', 'prod', 'paris', {
    objects: objects(6, true).map((object) => ({ object, component: 'shop' })),
    charts: [chart('cache', '1.0.0', { values: { auth: { existingSecret: 'backend' } } })],
  }),
  placement('shop', 'prod', 'dublin', {
    objects: objects(2, false).map((object) => ({ object, component: 'shop' })),
    sync: manualSync,
    windows: [{ kind: 'deny', schedule: '0 0 24 12 *', duration: '48h', timeZone: 'UTC', manualSync: true }],
  }),
];

const store = { name: 'aws', kind: 'ClusterSecretStore' } as const;

/** An active and a standby cluster under one Argo CD, with everything that the documents speak of. */
export const shop: ResolvedFleet = fleet(
  'shop',
  {
    clusters: [
      cluster('hub', { role: 'hub', environments: [] }),
      cluster('paris', { role: 'active', region: 'eu-west-3' }),
      cluster('dublin', { role: 'standby', region: 'eu-west-1', server: 'https://dublin.example:6443' }),
    ],
    applications: [application('shop')],
    placements,
  },
  {
    failover: [{ active: 'paris', standby: 'dublin' }],
    documents: {
      externalSecrets: [
        {
          placement: 'shop-prod-paris',
          name: 'backend',
          store: 'aws',
          from: '/shop/prod',
          refreshInterval: '15m',
        },
        {
          placement: 'shop-prod-dublin',
          name: 'backend',
          store: 'aws',
          from: '/shop/standby',
          refreshInterval: '1h',
        },
      ],
      hosts: [
        {
          placement: 'shop-prod-paris',
          workload: 'api',
          host: 'api.shop.example',
          smokePath: '/healthz',
          secure: true,
        },
        {
          placement: 'shop-prod-dublin',
          workload: 'api',
          host: 'api-standby.shop.example',
          smokePath: '/healthz?deep=1',
          secure: true,
        },
      ],
      promotions: [
        {
          name: 'database',
          promote: 'Promote the replica in dublin.',
          demote: 'Make paris the primary again.',
        },
      ],
    },
    argoCd: argoCd(placements, {
      notifications: {
        secret: { store, from: '/shop/argocd/notifications' },
        slack: { channel: 'ops', tokenKey: 'slack-token' },
        on: ['sync-failed'],
      },
      repositories: [
        {
          name: 'fleet',
          url: 'https://git.example/shop/fleet.git',
          credentials: { store, from: '/shop/argocd/fleet' },
        },
      ],
    }),
  },
);
