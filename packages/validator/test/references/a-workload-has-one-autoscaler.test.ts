import { expect, test } from 'vitest';
import { aWorkloadHasOneAutoscaler as check } from '../../src/references/a-workload-has-one-autoscaler.ts';
import { object, told } from './support/told.ts';

const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' };
const horizontal = (name: string, scaleTargetRef: object = target, namespace = 'shop') =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', name, { spec: { scaleTargetRef } }, { namespace });

test('one for each workload', () => {
  const others = [horizontal('b', { ...target, name: 'web' }), horizontal('c', target, 'other')];
  expect(told(check, [horizontal('a'), ...others])).toEqual([]);
});

test('two for one workload, of whatever kind', () => {
  expect(told(check, [horizontal('a'), horizontal('b')])).toEqual([
    'error HorizontalPodAutoscaler/b /spec/scaleTargetRef: HorizontalPodAutoscaler b and HorizontalPodAutoscaler a both scale Deployment api.',
  ]);
  const scaled = object('keda.sh/v1alpha1', 'ScaledObject', 's', {
    spec: { scaleTargetRef: { name: 'api' } },
  });
  expect(told(check, [horizontal('a'), scaled])).toHaveLength(1);
});

test('the same one written down twice is not a second one', () => {
  expect(told(check, [horizontal('a'), horizontal('a')])).toEqual([]);
});
