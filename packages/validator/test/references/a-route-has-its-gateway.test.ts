import { expect, test } from 'vitest';
import { aRouteHasItsGateway as check } from '../../src/references/a-route-has-its-gateway.ts';
import { hints, object, told } from './support/told.ts';

const api = 'gateway.networking.k8s.io/v1';
const route = (parent: object) => object(api, 'HTTPRoute', 'web', { spec: { parentRefs: [parent] } });
const gateway = (namespace = 'shop', more: object = {}) =>
  object(api, 'Gateway', 'public', { spec: { listeners: [{ name: 'https' }], ...more } }, { namespace });

test('a Gateway and listener that are there', () => {
  expect(told(check, [route({ name: 'public' }), gateway()])).toEqual([]);
  const elsewhere = { name: 'public', namespace: 'infra', sectionName: 'https' };
  expect(told(check, [route(elsewhere), gateway('infra')])).toEqual([]);
});

test('a Gateway that is not there', () => {
  expect(told(check, [route({ name: 'public' }), gateway('infra')])).toEqual([
    'error HTTPRoute/web /spec/parentRefs/0/name: HTTPRoute web is attached to Gateway public, and there is none in namespace shop.',
  ]);
  expect(hints(check, [route({ name: 'public' }), gateway('infra')])).toEqual([
    'Add the Gateway, or say the namespace that it is in; there is one in namespace infra.',
  ]);
});

test('a listener that is not there', () => {
  const objects = [route({ name: 'public', sectionName: 'http' }), gateway()];
  expect(told(check, objects)).toEqual([
    'error HTTPRoute/web /spec/parentRefs/0/sectionName: HTTPRoute web is attached to the listener http of Gateway public, which has only https.',
  ]);
  expect(hints(check, objects)).toEqual(['Did you mean "https"?']);
  const open = gateway('shop', { allowedListeners: { namespaces: { from: 'Same' } } });
  expect(told(check, [route({ name: 'public', sectionName: 'http' }), open])).toEqual([]);
});

test('a mesh attaches routes to Services', () => {
  expect(told(check, [route({ group: '', kind: 'Service', name: 'x' })])).toEqual([]);
});
