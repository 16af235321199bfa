import { expect, test } from 'vitest';
import { aRouteReachesAService as check } from '../../src/references/a-route-reaches-a-service.ts';
import { object, service, told } from './support/told.ts';

const route = (backendRefs: readonly unknown[], filters: readonly unknown[] = [], kind = 'HTTPRoute') =>
  object('gateway.networking.k8s.io/v1', kind, 'web', { spec: { rules: [{ backendRefs, filters }] } });

test('a Service and port that are there', () => {
  expect(told(check, [route([{ name: 'web', port: 80 }]), service('web')])).toEqual([]);
  const elsewhere = { ...service('web'), metadata: { name: 'web', namespace: 'other' } };
  expect(told(check, [route([{ name: 'web', namespace: 'other', port: 80 }]), elsewhere])).toEqual([]);
});

test.each(['HTTPRoute', 'GRPCRoute', 'TCPRoute'])('a Service or port of a %s that is not there', (kind) => {
  const refs = [
    { name: 'web', port: 81 },
    { name: 'api', port: 80 },
  ];
  expect(told(check, [route(refs, [], kind), service('web')])).toEqual([
    `error ${kind}/web /spec/rules/0/backendRefs/0/port: ${kind} web sends requests to port 81 of Service web, which has only http (80).`,
    `error ${kind}/web /spec/rules/0/backendRefs/1/name: ${kind} web sends requests to Service api, and there is none in namespace shop.`,
  ]);
});

test('a mirror is checked too', () => {
  const mirror = { type: 'RequestMirror', requestMirror: { backendRef: { name: 'shadow', port: 80 } } };
  expect(told(check, [route([], [mirror])])[0]).toContain(
    '/spec/rules/0/filters/0/requestMirror/backendRef/name',
  );
});

test('a backend of another kind is left alone', () => {
  expect(told(check, [route([{ group: 'x.example', kind: 'Bucket', name: 'b' }])])).toEqual([]);
});
