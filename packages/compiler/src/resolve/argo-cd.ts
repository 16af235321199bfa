import type { Finding } from '../findings/finding.ts';
import type { FleetModel } from '../model/fleet.ts';
import type { ResolvedArgoCd } from '../resolved/argo-cd.ts';
import type { Placement } from '../resolved/placement.ts';
import { storeReference } from './external-secret.ts';

type Settings = NonNullable<FleetModel['argoCd']>;

/** The branch that all placements follow; the fleet's where they differ. */
function sharedRevision(model: FleetModel, placements: readonly Placement[]): string {
  const [revision, ...others] = new Set(placements.map((placement) => placement.revision));
  return revision === undefined || others.length > 0 ? branchOf(model) : revision;
}

function branchOf(model: FleetModel): string {
  return model.branch ?? 'main';
}

/**
 * One Argo CD on the hub for all, whose root follows the fleet's branch; or, where there is no hub, one on each cluster
 * for its own placements, whose root follows their branch: a change reaches a cluster when its branch has it.
 */
function instances(model: FleetModel, placements: readonly Placement[]): ResolvedArgoCd['instances'] {
  const hub = Object.keys(model.clusters).find((name) => model.clusters[name]?.role === 'hub');
  if (hub !== undefined) {
    return [
      {
        cluster: hub,
        folder: 'argo-cd',
        revision: branchOf(model),
        placements: placements.map(({ name }) => name),
      },
    ];
  }
  const clusters = [...new Set(placements.map(({ cluster }) => cluster))];
  return clusters.map((cluster) => {
    const own = placements.filter((placement) => placement.cluster === cluster);
    return {
      cluster,
      folder: clusters.length === 1 ? 'argo-cd' : `argo-cd/${cluster}`,
      revision: sharedRevision(model, own),
      placements: own.map(({ name }) => name),
    };
  });
}

function secretReference({ store, from }: NonNullable<NonNullable<Settings['notifications']>['secret']>): {
  store: ReturnType<typeof storeReference>;
  from: string;
} {
  return { store: storeReference(store), from };
}

function notifications(settings: Settings['notifications']): Pick<ResolvedArgoCd, 'notifications'> {
  if (settings === undefined) return {};
  const { secret, slack, teams, webhook, on } = settings;
  return {
    notifications: {
      ...(secret === undefined ? {} : { secret: secretReference(secret) }),
      ...(slack === undefined
        ? {}
        : { slack: { channel: slack.channel, tokenKey: slack.tokenKey ?? 'slack-token' } }),
      ...(teams === undefined
        ? {}
        : { teams: { recipient: teams.recipient, webhookKey: teams.webhookKey ?? 'teams-webhook' } }),
      ...(webhook === undefined ? {} : { webhook: { urlKey: webhook.urlKey ?? 'webhook-url' } }),
      on: on ?? ['deployed', 'health-degraded', 'sync-failed'],
    },
  };
}

/** Two hubs leave open which one syncs what. */
export function hubFindings(model: FleetModel): Finding[] {
  const hubs = Object.keys(model.clusters).filter((name) => model.clusters[name]?.role === 'hub');
  if (hubs.length < 2) return [];
  return [
    {
      code: 'SEA1006',
      severity: 'error',
      sentence: `the fleet has ${hubs.length} hubs: ${hubs.join(' and ')}`,
      hint: 'keep one; a fleet without a hub has an Argo CD on each cluster',
      place: { model: ['clusters', hubs[1] ?? ''] },
    },
  ];
}

export function resolveArgoCd(model: FleetModel, placements: readonly Placement[]): ResolvedArgoCd {
  const settings = model.argoCd ?? {};
  return {
    namespace: settings.namespace ?? 'argocd',
    instances: instances(model, placements),
    applicationSets: Object.entries(settings.applicationSets ?? {}).map(([name, set]) => ({
      name,
      generator: set.generator,
      applications: set.applications,
      preserveResourcesOnDeletion: set.preserveResourcesOnDeletion ?? false,
    })),
    ...notifications(settings.notifications),
    repositories: Object.entries(settings.repositories ?? {}).map(([name, { url, credentials }]) => ({
      name,
      url,
      credentials: secretReference(credentials),
    })),
  };
}
