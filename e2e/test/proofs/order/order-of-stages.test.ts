import type { KubernetesObject } from '@seatrial/compiler';
import { expect, test } from 'vitest';
import { lifeOf } from '../../../src/proofs/order/life.ts';
import { orderViolations } from '../../../src/proofs/order/order-of-stages.ts';
import { stageName, stagesOf } from '../../../src/proofs/order/stages.ts';
import type { ObjectSighting } from '../../../src/trial/trial.ts';

function object(kind: string, name: string, annotations: Record<string, string> = {}): KubernetesObject {
  const apiVersion = kind === 'Job' ? 'batch/v1' : 'v1';
  return { apiVersion, kind, metadata: { name, namespace: 'shop', annotations } };
}

const migrate = object('Job', 'migrate', { 'argocd.argoproj.io/hook': 'PreSync' });
const config = object('ConfigMap', 'config');
const later = object('ConfigMap', 'later', { 'argocd.argoproj.io/sync-wave': '2' });
const announce = object('Job', 'announce', { 'helm.sh/hook': 'post-install', 'helm.sh/hook-weight': '5' });
const stages = stagesOf([
  later,
  announce,
  config,
  migrate,
  object('Job', 'cry', { 'argocd.argoproj.io/hook': 'SyncFail' }),
]);

/** Sightings in this order; `done` is a Job that has completed. */
function violations(...seen: readonly (KubernetesObject | { readonly done: KubernetesObject })[]) {
  const sightings = seen.map((each, index): ObjectSighting => {
    const complete = { status: { conditions: [{ type: 'Complete', status: 'True' }] } };
    const found = 'done' in each ? { ...(each.done as KubernetesObject), ...complete } : each;
    return { type: 'ADDED', object: found as KubernetesObject, at: index, order: BigInt(index) };
  });
  return orderViolations(
    stages.map((stage) => ({
      name: stageName(stage),
      lives: stage.objects.map((of) => lifeOf(of, 'shop', sightings)),
    })),
  );
}

test('stages are phases, then waves; what a successful sync does not run is none', () => {
  expect(
    stages.map((stage) => [stageName(stage), stage.objects.map(({ metadata }) => metadata.name)]),
  ).toEqual([
    ['PreSync wave 0', ['migrate']],
    ['wave 0', ['config']],
    ['wave 2', ['later']],
    ['PostSync wave 5', ['announce']],
  ]);
});

test('each after the one before is in order', () => {
  expect(violations(migrate, { done: migrate }, config, later, announce)).toEqual([]);
});

test('a wave before its time is told with both objects', () => {
  expect(violations(migrate, { done: migrate }, later, config, announce)).toEqual([
    'ConfigMap shop/later of wave 2 was written before ConfigMap shop/config of wave 0 was written',
  ]);
});

test('what began before a hook was done is told', () => {
  expect(violations(migrate, config, { done: migrate }, later, announce)).toContain(
    'ConfigMap shop/config of wave 0 was written before Job shop/migrate of PreSync wave 0 was healthy',
  );
});

test('a hook that failed, and one that never ran, are told', () => {
  expect(violations(migrate, config, later, announce)).toHaveLength(3);
  expect(violations(config, later, announce)).toContain(
    'Job shop/migrate of PreSync wave 0 was never written',
  );
});

test('what was done before it was first seen is compared by its making only', () => {
  expect(violations({ done: migrate }, config, later, announce)).toEqual([]);
  expect(violations(config, { done: migrate }, later, announce)).toHaveLength(1);
});
