import type { ResolvedFleet } from '../../../src/resolved/fleet.ts';
import {
  application,
  argoCd,
  automatedSync,
  chart,
  cluster,
  deployment,
  fleet,
  manualSync,
  placement,
} from './fleet-builder.ts';
import { told } from './told-fleet.ts';

const hub = cluster('hub', { role: 'hub', environments: ['prod'] });
const eu = cluster('eu-west-1', { role: 'active', region: 'eu-west-1', labels: { tier: 'public' } });
const us = cluster('us-east-1', { role: 'standby', region: 'us-east-1', labels: { tier: 'public' } });

function singleApplication(): ResolvedFleet {
  const placements = [
    placement('web', 'prod', 'eu-west-1', {
      objects: [
        { object: deployment('web', 'web', 2), component: 'web' },
        {
          object: {
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'ClusterRole',
            metadata: { name: 'web' },
            rules: [],
          },
          component: 'web',
        },
        {
          object: { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'web' } },
          component: 'web',
        },
      ],
      sync: {
        ...automatedSync,
        preserveOnDeletion: true,
        options: ['RespectIgnoreDifferences=true'],
        ignoreDifferences: [
          {
            group: 'apps',
            kind: 'Deployment',
            jsonPointers: ['/spec/replicas'],
            jqPathExpressions: [],
            managedFieldsManagers: [],
          },
        ],
      },
    }),
  ];
  return fleet('single', { clusters: [hub, eu], applications: [application('web')], placements });
}

function ordered(): ResolvedFleet {
  const placements = [
    placement('database', 'prod', 'hub', {
      folder: undefined as never,
      objects: [],
      charts: [chart('postgresql', '16.2.0', { values: {} })],
    }),
    placement('api', 'prod', 'hub', { sync: { ...automatedSync, createNamespace: false } }),
    placement('web', 'prod', 'hub', {
      charts: [
        chart('cache', '1.0.0', {
          source: { git: 'https://git.example/charts.git', path: 'charts/cache', revision: 'v1' },
          clusterKinds: [],
        }),
      ],
    }),
  ].map(({ folder, ...rest }) => (folder === undefined ? rest : { ...rest, folder }));
  return fleet('ordered', {
    clusters: [hub],
    applications: [
      application('database'),
      application('api', { after: ['database'], wave: 1 }),
      application('web', { after: ['api'], wave: 2 }),
    ],
    placements,
  });
}

/** The shape of seed 000: two applications on two clusters by one ApplicationSet, the rest Applications. */
function twoRegions(): ResolvedFleet {
  const observability = ['eu-west-1', 'us-east-1'].map((place) =>
    placement('observability', 'prod', place, {
      namespace: 'monitoring',
      charts: [
        chart('kube-prometheus-stack', '77.1.0', { clusterKinds: ['rbac.authorization.k8s.io/ClusterRole'] }),
        chart('loki', '6.10.0', {
          source: { repository: 'oci://registry.example/charts', chart: 'loki', version: '6.10.0' },
          clusterKinds: [],
          namespaces: ['kube-system'],
        }),
      ],
    }),
  );
  const placements = [
    placement('luneo', 'prod', 'eu-west-1'),
    placement('luneo', 'prod', 'us-east-1'),
    ...observability,
    ...['eu-west-1', 'us-east-1', 'hub'].map((place) => placement('policies', 'prod', place)),
  ];
  return fleet(
    'regions',
    {
      clusters: [hub, eu, us],
      applications: [
        application('luneo'),
        application('observability', {
          namespace: 'monitoring',
          chartValues: { 'kube-prometheus-stack': { retention: '15d' } },
        }),
        application('policies'),
      ],
      placements,
    },
    {
      argoCd: argoCd(placements, {
        applicationSets: [
          {
            name: 'regions',
            generator: 'list',
            applications: ['luneo', 'observability'],
            preserveResourcesOnDeletion: false,
          },
        ],
      }),
    },
  );
}

/** Everything an element of a list can differ in: project, branch, namespace, sync, own cluster, server, sources. */
function mixedList(): ResolvedFleet {
  const placements = [
    placement('api', 'dev', 'hub', { namespace: 'api-dev', revision: 'dev' }),
    placement('api', 'prod', 'eu-west-1', { sync: manualSync }),
    placement('api', 'prod', 'us-east-1', { sync: { ...automatedSync, prune: false } }),
    placement('agent', 'prod', 'us-east-1', {
      folder: 'us-east-1/prod/agent',
      charts: [chart('agent', '2.0.0')],
      sync: {
        ...automatedSync,
        options: ['Replace=true'],
        ignoreDifferences: [
          {
            group: '',
            kind: 'Secret',
            name: 'agent',
            jsonPointers: [],
            jqPathExpressions: ['.data["{{ key }}"] <>&'],
            managedFieldsManagers: [],
          },
        ],
      },
    }),
  ];
  return fleet(
    'mixed',
    {
      clusters: [{ ...hub, environments: ['dev'] }, eu, { ...us, server: 'https://us.example:6443' }],
      applications: [application('api'), application('agent', { wave: 1 })],
      placements,
    },
    {
      argoCd: argoCd(placements, {
        applicationSets: [
          {
            name: 'mixed',
            generator: 'list',
            applications: ['api', 'agent'],
            preserveResourcesOnDeletion: true,
          },
        ],
      }),
    },
  );
}

/** A fleet of many clusters that Argo CD finds by their labels. */
function byLabels(): ResolvedFleet {
  const edge = ['edge-1', 'edge-2'].map((name) =>
    cluster(name, { environments: ['prod'], labels: { site: 'edge', size: 'small' } }),
  );
  const lab = cluster('lab', { environments: ['dev'], labels: { site: 'lab' } });
  const core = cluster('core', { environments: ['prod'], labels: { site: 'core', size: 'large' } });
  const placements = [
    ...['edge-1', 'edge-2', 'core'].map((place) =>
      placement('agent', 'prod', place, { namespace: 'agents' }),
    ),
    placement('agent', 'dev', 'lab', { revision: 'dev', sync: { ...automatedSync, prune: false } }),
    ...['edge-1', 'edge-2'].map((place) =>
      placement('logs', 'prod', place, { charts: [chart('fluent-bit', '0.48.0')], sync: manualSync }),
    ),
  ];
  return fleet(
    'labels',
    {
      clusters: [{ ...hub, environments: [] }, ...edge, core, lab],
      applications: [application('agent'), application('logs')],
      placements,
    },
    {
      argoCd: argoCd(placements, {
        applicationSets: [
          {
            name: 'everywhere',
            generator: 'clusters',
            applications: ['agent', 'logs'],
            preserveResourcesOnDeletion: true,
          },
        ],
      }),
    },
  );
}

function windows(): ResolvedFleet {
  const night = {
    kind: 'allow',
    schedule: '0 22 * * *',
    duration: '4h',
    timeZone: 'Europe/Paris',
    manualSync: true,
  } as const;
  const freeze = {
    kind: 'deny',
    schedule: '0 0 20 12 *',
    duration: '336h',
    timeZone: 'UTC',
    manualSync: false,
  } as const;
  const placements = [
    placement('shop', 'test', 'us-east-1', { sync: automatedSync, windows: [freeze] }),
    placement('shop', 'prod', 'eu-west-1', { sync: manualSync, windows: [freeze, night] }),
  ];
  return fleet('windows', { clusters: [hub, eu, us], applications: [application('shop')], placements });
}

/** The shape of seed 003: each cluster has its own Argo CD and follows its own branch. */
function oneEach(): ResolvedFleet {
  const places = [
    { name: 'dev', branch: 'dev', sync: automatedSync },
    { name: 'prod', branch: 'main', sync: manualSync },
  ];
  const placements = places.flatMap(({ name, branch, sync }) => [
    placement('metallb', name, name, { revision: branch, sync }),
    placement('traefik', name, name, { revision: branch, sync }),
  ]);
  return fleet(
    'vixens',
    {
      clusters: places.map(({ name }) => cluster(name, { environments: [name] })),
      applications: [application('metallb'), application('traefik', { after: ['metallb'], wave: 1 })],
      placements,
    },
    {
      argoCd: argoCd(placements, {
        instances: places.map(({ name, branch }) => ({
          cluster: name,
          folder: `argo-cd/${name}`,
          revision: branch,
          placements: placements.filter((each) => each.cluster === name).map((each) => each.name),
        })),
      }),
    },
  );
}

/** Resolved fleets by the name of their golden folder. */
export const fleets = {
  'single-application': singleApplication(),
  ordered: ordered(),
  'two-regions': twoRegions(),
  'mixed-list': mixedList(),
  'by-labels': byLabels(),
  windows: windows(),
  'one-each': oneEach(),
  told: told(),
} as const satisfies Record<string, ResolvedFleet>;
