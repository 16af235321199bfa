import { expect, test } from 'vitest';
import { aPodMonitorSelectsPods as check } from '../../src/references/a-pod-monitor-selects-pods.ts';
import { object, told, workload } from './support/told.ts';

const monitor = (app: string, endpoint: object, more: object = {}, namespace = 'shop') =>
  object(
    'monitoring.coreos.com/v1',
    'PodMonitor',
    'm',
    { spec: { selector: { matchLabels: { app } }, podMetricsEndpoints: [endpoint], ...more } },
    { namespace },
  );
const web = workload('web');

test('pods with the labels and the port', () => {
  expect(told(check, [monitor('web', { port: 'http' }), monitor('web', { portNumber: 1 }), web])).toEqual([]);
  const named = { namespaceSelector: { matchNames: ['shop'] } };
  expect(told(check, [monitor('web', { port: 'http' }, named, 'monitoring'), web])).toEqual([]);
});

test('no pods with the labels, or in that namespace', () => {
  expect(told(check, [monitor('api', { port: 'http' }), web])).toEqual([
    'error PodMonitor/m /spec/selector: PodMonitor m selects app=api, and no pods in namespace shop have these labels.',
  ]);
  expect(told(check, [monitor('web', { port: 'http' }, {}, 'monitoring'), web])).toHaveLength(1);
});

test('no port of that name', () => {
  expect(told(check, [monitor('web', { port: 'metrics' }), web])).toEqual([
    'error PodMonitor/m /spec/podMetricsEndpoints/0/port: PodMonitor m scrapes the port metrics of the pods of Deployment web, and there is only http.',
  ]);
});
