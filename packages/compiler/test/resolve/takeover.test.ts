import { expect, test } from 'vitest';
import { checkModel, takeovers, type Takeover } from '../../src/index.ts';

const clusters = {
  paris: { kubernetes: '1.34', role: 'active', environments: ['prod'] },
  dublin: { kubernetes: '1.34', role: 'standby', environments: ['prod'] },
  lab: { kubernetes: '1.34', environments: ['dev'] },
};

function after(applications: object, further: object = {}): Takeover[] {
  const model = {
    name: 'shop',
    repository: 'https://git.example/shop/fleet.git',
    engine: 'argo-cd',
    clusters,
    applications,
    failover: { paris: 'dublin' },
    ...further,
  };
  return takeovers(checkModel(model), { versions: {}, bases: {} });
}

/** Replicas by cluster of the Deployments of a takeover. */
function replicas({ fleet }: Takeover) {
  return fleet?.placements.map(({ cluster, objects }) => [
    cluster,
    ...objects.flatMap(({ object }) =>
      object.kind === 'Deployment' ? [(object['spec'] as { replicas: number }).replicas] : [],
    ),
  ]);
}

const api = {
  workloads: { api: { image: 'registry.example/api:1', replicas: 6 } },
  perRole: { standby: { workloads: { api: { replicas: 2 } } } },
};

test('what follows the role changes places, what follows the cluster stays', () => {
  const [takeover, ...more] = after({
    api: { ...api, perCluster: { dublin: { labels: { region: 'eu-west-1' } } } },
  });
  expect(more).toEqual([]);
  expect(takeover).toMatchObject({ active: 'paris', standby: 'dublin', problems: [] });
  expect(takeover && replicas(takeover)).toEqual([
    ['paris', 2],
    ['dublin', 6],
  ]);
  expect(takeover?.fleet?.failover).toEqual([{ active: 'dublin', standby: 'paris' }]);
  expect(takeover?.fleet?.placements[1]?.objects[0]?.object.metadata.labels).toMatchObject({
    region: 'eu-west-1',
  });
});

test('a pair in the other order, and a pair that is told in both, is one takeover', () => {
  for (const failover of [{ dublin: 'paris' }, { paris: 'dublin', dublin: 'paris' }])
    expect(after({ api }, { failover })).toMatchObject([{ active: 'paris', standby: 'dublin' }]);
});

test('a fleet without failover has none', () => {
  expect(after({ api }, { failover: {} })).toEqual([]);
});

test('an application that only the active role is wrong with is told', () => {
  const model = {
    api: { perRole: { active: { workloads: { api: { replicas: 6 } } } }, workloads: api.workloads },
    // Right on paris, where the cluster says the version, and wrong on dublin once it is active.
    web: {
      on: { roles: ['active'] },
      workloads: { web: { image: 'registry.example/web' } },
      perCluster: { paris: { workloads: { web: { image: 'registry.example/web:1' } } } },
    },
  };
  const [takeover] = after(model);
  expect(takeover?.fleet).toBeUndefined();
  expect(takeover?.problems.map(({ code }) => code)).toEqual(['SEA1008']);
});

test('a standby of two active clusters leaves the second pair without one', () => {
  const rome = { kubernetes: '1.34', role: 'active', environments: ['prod'] };
  const found = after(
    { api },
    { clusters: { ...clusters, rome }, failover: { paris: 'dublin', rome: 'dublin' } },
  );
  expect(found.map(({ problems }) => problems.map(({ sentence }) => sentence))).toEqual([
    ['failover.rome.dublin: "dublin" is not a cluster with role standby'],
    ['failover.paris.dublin: "dublin" is not a cluster with role standby'],
  ]);
});
