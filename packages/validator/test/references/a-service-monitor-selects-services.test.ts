import { expect, test } from 'vitest';
import { aServiceMonitorSelectsServices as check } from '../../src/references/a-service-monitor-selects-services.ts';
import { hints, object, service, told } from './support/told.ts';

const monitor = (app: string, port: string, more: object = {}, namespace = 'shop') =>
  object(
    'monitoring.coreos.com/v1',
    'ServiceMonitor',
    'm',
    { spec: { selector: { matchLabels: { app } }, endpoints: [{ port }], ...more } },
    { namespace },
  );
const web = service('web');

test('a Service with the labels and the port', () => {
  expect(told(check, [monitor('web', 'http'), web])).toEqual([]);
});

test('the labels are those of the Service, not its selector', () => {
  const selecting = { ...web, metadata: { name: 'web', namespace: 'shop' } };
  expect(told(check, [monitor('web', 'http'), selecting])).toEqual([
    'error ServiceMonitor/m /spec/selector: ServiceMonitor m selects app=web, and no Service in namespace shop has these labels.',
  ]);
});

test('the port is a name of the Service, not a number', () => {
  const objects = [monitor('web', 'htpp'), web];
  expect(told(check, objects)).toEqual([
    'error ServiceMonitor/m /spec/endpoints/0/port: ServiceMonitor m scrapes the port htpp of Service web, and there is only http.',
  ]);
  expect(hints(check, objects)).toEqual(['Did you mean "http"?']);
  expect(told(check, [monitor('web', '80'), service('web', 'web', [{ port: 80 }])])).toEqual([
    expect.stringContaining('and there is no port with a name.'),
  ]);
});

test('it looks into its own namespace unless it says otherwise', () => {
  expect(told(check, [monitor('web', 'http', {}, 'monitoring'), web])).toHaveLength(1);
  const named = { namespaceSelector: { matchNames: ['shop'] } };
  expect(told(check, [monitor('web', 'http', named, 'monitoring'), web])).toEqual([]);
  const any = { namespaceSelector: { any: true } };
  expect(told(check, [monitor('web', 'http', any, 'monitoring'), web])).toEqual([]);
  expect(told(check, [monitor('api', 'http', any, 'monitoring'), web])).toEqual([
    expect.stringContaining('and no Service in any namespace has these labels.'),
  ]);
});

test('a chart or an operator may bring the Services', () => {
  const unrendered = [{ what: 'the chart x', namespaces: ['other'] }];
  expect(told(check, [monitor('web', 'http')], { unrendered })).toHaveLength(1);
  const named = { namespaceSelector: { matchNames: ['other'] } };
  expect(told(check, [monitor('web', 'http', named)], { unrendered })).toEqual([
    '? the chart x is not rendered (1)',
  ]);
  const prometheus = object('monitoring.coreos.com/v1', 'Prometheus', 'k8s');
  expect(told(check, [monitor('prometheus', 'web'), prometheus])).toEqual([
    '? Prometheus k8s may make some (1)',
  ]);
});

test('an endpoint that names a target port has no port to check', () => {
  const endpoints = [{ targetPort: 9090 }, { port: 'http' }];
  expect(told(check, [monitor('web', 'http', { endpoints }), web])).toEqual([]);
});

test('the API server has a Service in every cluster', () => {
  const spec = {
    selector: { matchLabels: { component: 'apiserver', provider: 'kubernetes' } },
    namespaceSelector: { matchNames: ['default'] },
    endpoints: [{ port: 'https' }],
  };
  expect(told(check, [object('monitoring.coreos.com/v1', 'ServiceMonitor', 'm', { spec })])).toEqual([]);
});
