import type { Timeline } from '../../src/report/rehearsal.ts';

const regions = ['hub', 'eu-west-1', 'us-east-1'] as const;

/** Fourteen placements on three clusters. */
export const samplePlacements = regions.flatMap((cluster) =>
  [
    'namespaces',
    'external-secrets',
    'gatekeeper',
    cluster === 'hub' ? 'argo-cd-secrets' : 'luneo',
    'observability',
  ]
    .filter((application) => cluster !== 'hub' || application !== 'observability')
    .map((application) => ({
      placement: `${application}-${cluster === 'hub' ? 'management' : 'prod'}-${cluster}`,
      cluster,
    })),
);

const messages = [
  'rehearsal: first state',
  'reaches: one label more on luneo-prod-eu-west-1',
  'prunes: without the ConfigMap of luneo',
  'Revert "prunes: without the ConfigMap of luneo"',
  'bad commit: a hook that fails',
  'Revert "bad commit: a hook that fails"',
  'failover: eu-west-1 → us-east-1',
  'failback: us-east-1 → eu-west-1',
];
const times = [19_000, 124_500, 131_000, 136_300, 160_800, 169_900, 190_400, 221_700];

export function sampleTimeline(): Timeline {
  const commits = times.map((at, index) => ({
    at,
    sha: `${index}f1c2d0b7a9e8d6c5b4a39281706f5e4d3c2b1a0`.slice(0, 40),
    message: messages[index] ?? '',
  }));
  const phase = (at: number, sync: string, health: string, operation: string) => ({
    at,
    sync,
    health,
    operation,
    revision: commits.findLast((commit) => commit.at <= at)?.sha ?? '',
  });
  return {
    commits,
    placements: samplePlacements.map(({ placement, cluster }, index) => ({
      placement,
      cluster,
      phases: [
        phase(19_200 + index * 60, 'Unknown', 'Missing', ''),
        phase(21_000 + index * 160, 'OutOfSync', 'Missing', ''),
        phase(22_000 + index * 500, 'OutOfSync', 'Missing', 'Running'),
        phase(25_000 + index * 800, 'Synced', 'Progressing', 'Succeeded'),
        phase(29_000 + index * 1100, 'Synced', 'Healthy', 'Succeeded'),
        phase(80_000 + index * 2400, 'OutOfSync', 'Healthy', 'Succeeded'),
        phase(81_200 + index * 2400, 'OutOfSync', 'Healthy', 'Running'),
        phase(82_000 + index * 2400, 'Synced', 'Healthy', 'Succeeded'),
        ...(placement.startsWith('luneo') ? failing.map(([at, ...rest]) => phase(at, ...rest)) : []),
      ],
    })),
  };
}

const failing: readonly (readonly [number, string, string, string])[] = [
  [161_500, 'OutOfSync', 'Healthy', 'Running'],
  [164_200, 'OutOfSync', 'Degraded', 'Failed'],
  [171_000, 'OutOfSync', 'Healthy', 'Running'],
  [173_800, 'Synced', 'Healthy', 'Succeeded'],
  [191_000, 'OutOfSync', 'Healthy', 'Running'],
  [193_000, 'Synced', 'Progressing', 'Succeeded'],
  [199_400, 'Synced', 'Healthy', 'Succeeded'],
  [222_300, 'OutOfSync', 'Healthy', 'Running'],
  [226_300, 'Synced', 'Healthy', 'Succeeded'],
];
