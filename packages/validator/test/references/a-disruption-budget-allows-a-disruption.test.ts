import { expect, test } from 'vitest';
import { aDisruptionBudgetAllowsADisruption as check } from '../../src/references/a-disruption-budget-allows-a-disruption.ts';
import { object, told, workload } from './support/told.ts';

const budget = (limit: object, app = 'api') =>
  object('policy/v1', 'PodDisruptionBudget', 'api', {
    spec: { ...limit, selector: { matchLabels: { app } } },
  });
const api = (replicas?: number, kind?: string) =>
  workload('api', {}, replicas === undefined ? {} : { replicas }, kind);
const scaling = (minReplicas?: number) =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', 'api', {
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' },
      minReplicas,
      maxReplicas: 9,
    },
  });

test.each([
  [{ minAvailable: 1 }, 2],
  [{ minAvailable: '50%' }, 2],
  [{ minAvailable: '50%' }, 3],
  [{ maxUnavailable: 1 }, 1],
  [{ maxUnavailable: '25%' }, 1],
  [{ minAvailable: 0 }, 1],
  [{ minAvailable: 5 }, 0],
])('%j with %i replicas lets one go', (limit, replicas) => {
  expect(told(check, [budget(limit), api(replicas)])).toEqual([]);
});

test.each([
  [{ minAvailable: 2 }, 2],
  [{ minAvailable: 3 }, 2],
  [{ minAvailable: '50%' }, 1],
  [{ minAvailable: '100%' }, 4],
  [{ minAvailable: '67%' }, 3],
  [{ maxUnavailable: 0 }, 4],
  [{ maxUnavailable: '0%' }, 4],
])('%j with %i replicas lets none go', (limit, replicas) => {
  expect(told(check, [budget(limit), api(replicas)])).toHaveLength(1);
});

test('replicas that are not written are one', () => {
  expect(told(check, [budget({ minAvailable: 1 }), api()])).toEqual([
    'warning PodDisruptionBudget/api /spec/minAvailable: PodDisruptionBudget api has minAvailable 1, and Deployment api keeps at the least 1 pod: none of them may ever be evicted.',
  ]);
});

test('the fewest replicas of an autoscaler count, not those of the workload', () => {
  expect(told(check, [budget({ minAvailable: 2 }), api(5), scaling(2)])).toEqual([
    'warning PodDisruptionBudget/api /spec/minAvailable: PodDisruptionBudget api has minAvailable 2, and HorizontalPodAutoscaler api keeps at the least 2 pods: none of them may be evicted while there are no more.',
  ]);
  expect(told(check, [budget({ minAvailable: 2 }), api(1), scaling(3)])).toEqual([]);
  expect(told(check, [budget({ minAvailable: 1 }), api(5), scaling()])).toHaveLength(1);
});

test('a ScaledObject counts too', () => {
  const scaled = object('keda.sh/v1alpha1', 'ScaledObject', 's', {
    spec: { scaleTargetRef: { name: 'api' }, minReplicaCount: 0 },
  });
  expect(told(check, [budget({ minAvailable: 1 }), api(5), scaled])).toHaveLength(1);
});

test('the pods of all workloads that are selected count together', () => {
  const more = { ...api(1), metadata: { name: 'api-canary', namespace: 'shop' } };
  expect(told(check, [budget({ minAvailable: 1 }), api(1), more])).toEqual([]);
});

test('where the number of pods follows from something else, nothing is said', () => {
  expect(told(check, [budget({ minAvailable: 1 }), api(undefined, 'apps/v1/DaemonSet')])).toEqual([]);
  expect(told(check, [budget({ minAvailable: 1 }, 'other')])).toEqual([]);
  expect(told(check, [budget({ minAvailable: 'many' }), api(1)])).toEqual([]);
});
