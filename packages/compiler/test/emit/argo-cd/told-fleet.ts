import type { ResolvedFleet } from '../../../src/resolved/fleet.ts';
import { application, argoCd, chart, fleet, placement, cluster } from './fleet-builder.ts';

const hub = cluster('hub', { role: 'hub', environments: ['prod'] });
const eu = cluster('eu-west-1', { role: 'active', region: 'eu-west-1', labels: { tier: 'public' } });

export function told(): ResolvedFleet {
  const placements = [
    placement('external-secrets', 'prod', 'hub', {
      charts: [
        chart('external-secrets', '1.3.2', {
          definitions: { groups: ['external-secrets.io'], clusterScopedKinds: ['ClusterSecretStore'] },
        }),
      ],
    }),
    placement('web', 'prod', 'eu-west-1', {
      charts: [
        chart('web', '1.0.0', {
          source: { repository: 'oci://registry.example/platform-helm', chart: 'web', version: '1.0.0' },
        }),
      ],
    }),
  ];
  const store = { name: 'aws', kind: 'ClusterSecretStore' } as const;
  return fleet(
    'told',
    { clusters: [hub, eu], applications: [application('external-secrets'), application('web')], placements },
    {
      argoCd: argoCd(placements, {
        notifications: {
          secret: { store, from: '/told/argocd/notifications' },
          slack: { channel: '#sre', tokenKey: 'slack-token' },
          teams: { recipient: 'platform', webhookKey: 'teams-webhook' },
          webhook: { urlKey: 'webhook-url' },
          on: ['deployed', 'health-degraded', 'sync-failed', 'sync-running', 'sync-succeeded'],
        },
        repositories: [
          {
            name: 'fleet',
            url: 'https://git.example/told/fleet.git',
            credentials: { store, from: '/told/argocd/fleet' },
          },
          {
            name: 'platform-helm',
            url: 'oci://registry.example/platform-helm',
            credentials: { store, from: '/told/argocd/platform-helm' },
          },
        ],
      }),
    },
  );
}
