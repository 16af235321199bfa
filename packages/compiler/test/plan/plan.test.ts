import { expect, test } from 'vitest';
import { checkModel, plan, resolve, textOfPlan, type ResolvedFleet } from '../../src/index.ts';

interface Options {
  readonly activeIs?: 'paris' | 'dublin';
  readonly namespace?: string;
  readonly owner?: 'data' | 'shop';
  readonly configKept?: boolean;
  readonly without?: readonly string[];
}

/** Two clusters of a pair; `settings` is brought by one application or the other. */
function shop({
  activeIs = 'paris',
  namespace = 'shop',
  owner = 'data',
  configKept = false,
  without = [],
}: Options = {}): ResolvedFleet {
  const settings = {
    settings: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      ...(configKept
        ? { metadata: { annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false' } } }
        : {}),
      data: { a: '1' },
    },
  };
  const objectsOf = (name: string) => (name === owner && !without.includes('settings') ? settings : {});
  const model = {
    name: 'shop',
    repository: 'https://git.example/shop.git',
    engine: 'argo-cd',
    clusters: {
      hub: { kubernetes: '1.34', role: 'hub' },
      paris: {
        kubernetes: '1.34',
        role: activeIs === 'paris' ? 'active' : 'standby',
        environments: ['prod'],
      },
      dublin: {
        kubernetes: '1.34',
        role: activeIs === 'dublin' ? 'active' : 'standby',
        environments: ['prod'],
      },
    },
    sync: { automated: true, prune: true, selfHeal: true },
    applications: {
      shop: {
        namespace,
        workloads: { api: { image: 'registry.example/api:1', port: 80, replicas: 3 } },
        objects: objectsOf('shop'),
        perRole: { standby: { workloads: { api: { replicas: 1 } } } },
      },
      data: {
        namespace: 'shop',
        charts: { redis: { repository: 'https://charts.example', version: '1.0.0', values: { size: 1 } } },
        objects: objectsOf('data'),
        perRole: { standby: { charts: { redis: { values: { size: 2 } } } } },
      },
    },
    failover: { paris: 'dublin' },
  };
  return resolve(checkModel(model), { versions: {}, bases: {} }).fleet;
}

test('a swap of roles, for the terminal', () => {
  expect(textOfPlan(plan(shop(), shop({ activeIs: 'dublin' })))).toMatchInlineSnapshot(`
    "hub
      argo-cd
        ~ change Application argocd/data-prod-paris
            /spec/sources/1/helm/valueFiles: ["$tree/clusters/shop/base/data/values/redis.yaml"] → ["$tree/clusters/shop/base/data/values/redis.yaml","$tree/c…
        ~ change Application argocd/data-prod-dublin
            /spec/sources/1/helm/valueFiles: ["$tree/clusters/shop/base/data/values/redis.yaml","$tree/c… → ["$tree/clusters/shop/base/data/values/redis.yaml"]
    paris
      shop-prod-paris
        ~ change Deployment shop/api
            /spec/replicas: 3 → 1
      data-prod-paris
        ~ the values or the version of the chart redis change: its objects are not known
            /values/size: 1 → 2
    dublin
      shop-prod-dublin
        ~ change Deployment shop/api
            /spec/replicas: 1 → 3
      data-prod-dublin
        ~ the values or the version of the chart redis change: its objects are not known
            /values/size: 2 → 1
    4 to change, 2 charts whose objects are not known
    "
  `);
});

test('an object that another application brings is adopted, not deleted and created', () => {
  const { steps } = plan(shop(), shop({ owner: 'shop' }));
  const adopted = steps.filter(({ at }) => at.object.name === 'settings');
  expect(adopted.map(({ action, at }) => [action, at.owner])).toEqual([
    ['adopt', 'shop-prod-paris'],
    ['adopt', 'shop-prod-dublin'],
  ]);
});

test('an application in another namespace: its objects move, each on its own cluster', () => {
  const { steps } = plan(shop(), shop({ namespace: 'store' }));
  const moves = steps.flatMap((step) => (step.action === 'move' ? [step] : []));
  expect(moves.length).toBeGreaterThan(3);
  for (const { at, from } of moves) {
    expect(at).toEqual({ ...from, object: { ...from.object, namespace: 'store' } });
  }
});

test('an object that must not be pruned leaves git and stays', () => {
  const gone = (configKept: boolean) =>
    plan(shop({ configKept }), shop({ without: ['settings'] })).steps.filter(
      ({ at }) => at.object.name === 'settings',
    );
  expect(gone(false).map((step) => ['stays' in step ? step.stays : undefined, step.action])).toEqual([
    [undefined, 'delete'],
    [undefined, 'delete'],
  ]);
  expect(gone(true)).toMatchObject([{ stays: 'the object says so' }, { stays: 'the object says so' }]);
});

test('what Argo CD itself is told has Argo CD as its owner', () => {
  const { steps } = plan(shop(), { ...shop(), repository: 'https://git.example/moved.git' });
  const owners = new Set(steps.map(({ at }) => at.owner));
  expect(owners).toEqual(new Set(['argo-cd']));
});
