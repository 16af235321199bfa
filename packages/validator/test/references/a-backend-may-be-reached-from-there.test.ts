import { expect, test } from 'vitest';
import { aBackendMayBeReachedFromThere as check } from '../../src/references/a-backend-may-be-reached-from-there.ts';
import { object, told } from './support/told.ts';

const api = 'gateway.networking.k8s.io';
const route = (namespace?: string) =>
  object(`${api}/v1`, 'HTTPRoute', 'web', {
    spec: {
      rules: [{ backendRefs: [{ name: 'db', port: 80, ...(namespace === undefined ? {} : { namespace }) }] }],
    },
  });
const grant = (from: string, to: object = { group: '', kind: 'Service' }) =>
  object(
    `${api}/v1beta1`,
    'ReferenceGrant',
    'g',
    { spec: { from: [{ group: api, kind: 'HTTPRoute', namespace: from }], to: [to] } },
    { namespace: 'data' },
  );

test('the own namespace needs no grant', () => {
  expect(told(check, [route(), route('shop')])).toEqual([]);
});

test('a grant lets in, for all Services or the one', () => {
  expect(told(check, [route('data'), grant('shop')])).toEqual([]);
  expect(told(check, [route('data'), grant('shop', { kind: 'Service', name: 'db' })])).toEqual([]);
});

test('without a grant, or with one for somebody else, it is refused', () => {
  const finding =
    'error HTTPRoute/web /spec/rules/0/backendRefs/0/namespace: HTTPRoute web sends requests to Service db of namespace data, where no ReferenceGrant lets it in.';
  expect(told(check, [route('data')])).toEqual([finding]);
  expect(told(check, [route('data'), grant('other')])).toEqual([finding]);
  expect(told(check, [route('data'), grant('shop', { kind: 'Service', name: 'other' })])).toEqual([finding]);
});

test('a chart that is not rendered may bring the grant', () => {
  const unrendered = [{ what: 'the chart db', namespaces: ['data'] }];
  expect(told(check, [route('data')], { unrendered })).toEqual(['? the chart db is not rendered (1)']);
});
