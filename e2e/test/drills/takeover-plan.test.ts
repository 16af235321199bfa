import { checkModel, resolve } from '@seatrial/compiler';
import { expect, test } from 'vitest';
import { promotedBy } from '../../src/drills/epoch-in-git.ts';
import { planTakeover } from '../../src/drills/takeover-plan.ts';

const inputs = { versions: {}, bases: {} };
const model = checkModel({
  name: 'shop',
  repository: 'https://git.example/shop/fleet.git',
  engine: 'argo-cd',
  clusters: {
    west: { kubernetes: '1.34', role: 'active', environments: ['prod'] },
    east: { kubernetes: '1.34', role: 'standby', environments: ['prod'] },
    lab: { kubernetes: '1.34', environments: ['dev'] },
  },
  applications: {
    api: {
      workloads: {
        api: { image: 'registry.example/api:1', port: 8080 },
        worker: { image: 'registry.example/worker:1' },
      },
      perRole: {
        active: {
          workloads: {
            api: { replicas: 6, ingress: 'api.example' },
            worker: { autoscaling: { min: 4, max: 9, cpu: 70 } },
          },
        },
        standby: {
          workloads: { api: { replicas: 2, ingress: 'api-standby.example' }, worker: { replicas: 1 } },
        },
      },
    },
    docs: { workloads: { docs: { image: 'registry.example/docs:1', port: 80, ingress: 'docs.example' } } },
  },
  failover: { west: 'east' },
});
const pair = { active: 'west', standby: 'east' };
const there = planTakeover({ model, inputs }, pair, { from: 'west', to: 'east', epoch: 2 });
const sizes = (floors: readonly { name: string; pods: number }[] = []) =>
  floors.map(({ name, pods }) => [name, pods]);

test('a takeover plans the sizes before and after, with what an autoscaler keeps', () => {
  expect(sizes(there?.floor)).toEqual([
    ['api', 2],
    ['worker', 1],
    ['docs', 1],
  ]);
  expect(sizes(there?.size)).toEqual([
    ['api', 6],
    ['worker', 4],
    ['docs', 1],
  ]);
});

test('a public host follows the role, or both sides have it', () => {
  expect(
    there?.hosts.map(({ host, followsRole, placements }) => [host, followsRole, placements['east']]),
  ).toEqual([
    ['api.example', true, 'api-prod-east'],
    ['docs.example', false, 'docs-prod-east'],
  ]);
});

test('the commit swaps two roles and gives one cluster the epoch', () => {
  expect(there?.message).toBe('shop: east takes over for west');
  expect(Object.values(there?.model.clusters ?? {}).map(({ role }) => role)).toEqual([
    'standby',
    'active',
    undefined,
  ]);
  const { placements } = resolve(there?.model ?? model, inputs).fleet;
  const added = placements.flatMap(({ name, objects }) =>
    objects.flatMap(({ object: { kind, metadata } }) =>
      ['Job', 'ConfigMap'].includes(kind) ? [`${name}: ${kind} ${metadata.name}`] : [],
    ),
  );
  expect(added.toSorted()).toEqual([
    'api-prod-east: ConfigMap data-epoch',
    'api-prod-east: Job promote-data',
  ]);
});

test('the way back is the plan the other way round, and gives the first cluster a later epoch', () => {
  const back = planTakeover({ model, inputs }, pair, { from: 'east', to: 'west', epoch: 3 });
  expect(back?.model.clusters).toEqual(model.clusters);
  expect(sizes(back?.floor)).toEqual(sizes(there?.floor));
  expect(back?.promoter).toBe('api-prod-west');
});

test('the epoch is read from the Job once it has succeeded', () => {
  const job = there?.after.to
    .flatMap(({ objects }) => objects)
    .find(({ object }) => object.kind === 'Job')?.object;
  expect(promotedBy(job)).toBeUndefined();
  expect(promotedBy({ ...job, status: { succeeded: 1 } })).toBe(2);
  expect(
    promotedBy({ kind: 'Job', metadata: { name: 'migrate' }, status: { succeeded: 1 } }),
  ).toBeUndefined();
});

test('without a host that the standby takes over nobody could see who serves', () => {
  const { api: _api, ...others } = model.applications;
  const docs = { workloads: { docs: { image: 'registry.example/docs:1' } } };
  const hidden = checkModel({ ...model, applications: { ...others, docs } });
  expect(
    planTakeover({ model: hidden, inputs }, pair, { from: 'west', to: 'east', epoch: 2 }),
  ).toBeUndefined();
});
