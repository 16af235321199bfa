import { expect, test } from 'vitest';
import { anAutoscalerCanMeasure as check } from '../../src/references/an-autoscaler-can-measure.ts';
import { container, object, told, workload } from './support/told.ts';

const scaling = (...metrics: readonly unknown[]) =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', 'api', {
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' },
      maxReplicas: 3,
      metrics,
    },
  });
const use = (name: string, type = 'Utilization') => ({
  type: 'Resource',
  resource: { name, target: { type } },
});
const requesting = (resources: object) => container({ resources });
const cpu = requesting({ requests: { cpu: '100m' } });
const silent = container({ name: 'side' });

test('containers that request what is measured, also by a limit', () => {
  const limited = requesting({ limits: { cpu: 1 } });
  expect(told(check, [scaling(use('cpu')), workload('api', { containers: [cpu, limited] })])).toEqual([]);
  const all = { containers: [silent], resources: { requests: { cpu: 1 } } };
  expect(told(check, [scaling(use('cpu')), workload('api', all)])).toEqual([]);
});

test('one container that requests nothing is enough', () => {
  expect(told(check, [scaling(use('cpu')), workload('api', { containers: [cpu, silent] })])).toEqual([
    'error HorizontalPodAutoscaler/api /spec/metrics/0/resource/target: HorizontalPodAutoscaler api measures the use of cpu against the requests of Deployment api, and its container side requests none.',
  ]);
  expect(told(check, [scaling(use('memory')), workload('api', { containers: [cpu, silent] })])[0]).toContain(
    'its containers main and side request none.',
  );
});

test('the first version measures the CPU', () => {
  const spec = {
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' },
    targetCPUUtilizationPercentage: 80,
  };
  expect(
    told(check, [object('autoscaling/v1', 'HorizontalPodAutoscaler', 'api', { spec }), workload('api')]),
  ).toHaveLength(1);
});

test('a metric of one container needs the request of that one', () => {
  const one = (name: string) => ({
    type: 'ContainerResource',
    containerResource: { name: 'cpu', container: name, target: { type: 'Utilization' } },
  });
  const api = workload('api', { containers: [cpu, silent] });
  expect(told(check, [scaling(one('main')), api])).toEqual([]);
  expect(told(check, [scaling(one('side')), api])).toHaveLength(1);
});

test.each([
  ['an average value', [scaling(use('cpu', 'AverageValue')), workload('api')]],
  ['a metric of something else', [scaling({ type: 'External', external: {} }), workload('api')]],
  ['a workload that is not there', [scaling(use('cpu'))]],
  [
    'a namespace with defaults',
    [scaling(use('cpu')), workload('api'), object('v1', 'LimitRange', 'defaults')],
  ],
  [
    'an init container',
    [scaling(use('cpu')), workload('api', { containers: [cpu], initContainers: [silent] })],
  ],
])('nothing is said of %s', (_, objects) => {
  expect(told(check, objects)).toEqual([]);
});
