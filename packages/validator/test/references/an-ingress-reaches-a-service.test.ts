import { expect, test } from 'vitest';
import { anIngressReachesAService as check } from '../../src/references/an-ingress-reaches-a-service.ts';
import { hints, object, service, told } from './support/told.ts';

const ingress = (...backends: readonly unknown[]) =>
  object('networking.k8s.io/v1', 'Ingress', 'web', {
    spec: { rules: [{ http: { paths: backends.map((backend) => ({ path: '/', backend })) } }] },
  });
const to = (name: string, port: object) => ({ service: { name, port } });

test('a Service and port that are there, by name and number', () => {
  const backends = [to('web', { name: 'http' }), to('web', { number: 80 })];
  expect(told(check, [ingress(...backends), service('web')])).toEqual([]);
});

test('a Service that is not there', () => {
  const objects = [ingress(to('wep', { number: 80 }), to('wep', { number: 80 })), service('web')];
  expect(told(check, objects)).toEqual([
    expect.stringContaining(
      'Ingress web sends requests to Service wep, and there is none in namespace shop.',
    ),
  ]);
  expect(hints(check, objects)).toEqual(['Did you mean "web"?']);
});

test('a port that is the target port of the Service', () => {
  expect(told(check, [ingress(to('web', { number: 8080 })), service('web')])).toEqual([
    'error Ingress/web /spec/rules/0/http/paths/0/backend/service/port/number: Ingress web sends requests to port 8080 of Service web, which has only http (80).',
  ]);
  expect(told(check, [ingress(to('web', { name: 'https' })), service('web')])).toHaveLength(1);
});

test('the default backend is checked too', () => {
  const spec = { defaultBackend: to('none', { number: 80 }) };
  expect(told(check, [object('networking.k8s.io/v1', 'Ingress', 'web', { spec })])[0]).toContain(
    '/spec/defaultBackend/service/name',
  );
});

test('what only looks like a Service is left alone', () => {
  expect(told(check, [ingress(to('ssl-redirect', { name: 'use-annotation' }))])).toEqual([]);
  expect(told(check, [ingress({ resource: { kind: 'Bucket', name: 'b' } })])).toEqual([]);
  const outside = object('v1', 'Service', 'out', {
    spec: { type: 'ExternalName', externalName: 'a.example' },
  });
  expect(told(check, [ingress(to('out', { number: 443 })), outside])).toEqual([]);
});

test('an operator or a chart may make the Service', () => {
  const cluster = object('postgresql.cnpg.io/v1', 'Cluster', 'db');
  expect(told(check, [ingress(to('db-rw', { number: 80 })), cluster])).toEqual([
    '? Cluster db may make it (1)',
  ]);
  expect(
    told(check, [ingress(to('x', { number: 80 }))], {
      unrendered: [{ what: 'the chart x', namespaces: ['shop'] }],
    }),
  ).toEqual(['? the chart x is not rendered (1)']);
});
