import { expect, test } from 'vitest';
import { aKeyIsThere as check } from '../../src/references/a-key-is-there.ts';
import { container, hints, object, told, workload } from './support/told.ts';

const env = (kind: 'Secret' | 'ConfigMap', key: string, more: object = {}) => ({
  name: 'A',
  valueFrom: { [kind === 'Secret' ? 'secretKeyRef' : 'configMapKeyRef']: { name: 'db', key, ...more } },
});
const reader = (...variables: readonly unknown[]) =>
  workload('api', { containers: [container({ env: variables })] });
const eso = (spec: unknown, kind = 'ExternalSecret') =>
  object('external-secrets.io/v1', kind, 'db', { spec });

test('a key that is there, in any of the fields that hold keys', () => {
  const secret = object('v1', 'Secret', 'db', { data: { a: 'Yg==' }, stringData: { b: 'c' } });
  expect(told(check, [reader(env('Secret', 'a'), env('Secret', 'b')), secret])).toEqual([]);
  const map = object('v1', 'ConfigMap', 'db', { data: { a: 'b' }, binaryData: { c: 'ZA==' } });
  expect(told(check, [reader(env('ConfigMap', 'a'), env('ConfigMap', 'c')), map])).toEqual([]);
});

test('a wrong key is told with the keys that there are', () => {
  const secret = object('v1', 'Secret', 'db', { data: { username: 'a', password: 'b' } });
  const objects = [reader(env('Secret', 'pasword')), secret];
  expect(told(check, objects)).toEqual([
    'error Deployment/api /spec/template/spec/containers/0/env/0/valueFrom/secretKeyRef/key: Deployment api reads the key pasword of Secret db, which has only password and username.',
  ]);
  expect(hints(check, objects)).toEqual(['Did you mean "password"?']);
});

test('keys are case-sensitive', () => {
  const map = object('v1', 'ConfigMap', 'db', { data: { Url: 'x' } });
  expect(told(check, [reader(env('ConfigMap', 'URL')), map])).toHaveLength(1);
});

test('items of volumes name keys', () => {
  const items = [{ key: 'missing', path: 'a' }];
  const pod = {
    volumes: [
      { name: 'a', configMap: { name: 'db', items } },
      { name: 'b', projected: { sources: [{ secret: { name: 'db', items } }] } },
    ],
  };
  const objects = [
    workload('api', pod),
    object('v1', 'ConfigMap', 'db', { data: { there: 'x' } }),
    object('v1', 'Secret', 'db', { data: { there: 'x' } }),
  ];
  expect(told(check, objects).map((text) => text.split(':')[0])).toEqual([
    'error Deployment/api /spec/template/spec/volumes/0/configMap/items/0/key',
    'error Deployment/api /spec/template/spec/volumes/1/projected/sources/0/secret/items/0/key',
  ]);
});

test('one wrong key is one finding for an object', () => {
  const secret = object('v1', 'Secret', 'db', { data: { a: 'b' } });
  expect(told(check, [reader(env('Secret', 'x'), env('Secret', 'x')), secret])).toHaveLength(1);
});

test('an optional key, and one of a Secret that is not there, are not for this check', () => {
  const secret = object('v1', 'Secret', 'db', { data: { a: 'b' } });
  expect(told(check, [reader(env('Secret', 'x', { optional: true })), secret])).toEqual([]);
  expect(told(check, [reader(env('Secret', 'x'))])).toEqual([]);
});

const data = [{ secretKey: 'password', remoteRef: { key: 'x' } }];

test.each([
  ['data', { data }],
  ['a template that only sets a type', { data, target: { template: { type: 'Opaque' } } }],
  [
    'a template that has it',
    { dataFrom: [{ extract: { key: 'x' } }], target: { template: { data: { password: 'y' } } } },
  ],
  ['a template that merges', { data, target: { template: { mergePolicy: 'Merge', data: { url: 'y' } } } }],
])('an ExternalSecret with %s makes the key', (_, spec) => {
  expect(told(check, [reader(env('Secret', 'password')), eso(spec)])).toEqual([]);
});

test('a template replaces what an ExternalSecret reads', () => {
  const spec = { data, target: { template: { data: { url: 'postgres://{{ .password }}' } } } };
  expect(told(check, [reader(env('Secret', 'password')), eso(spec)])).toEqual([
    expect.stringContaining('which has only url.'),
  ]);
});

test.each([
  ['dataFrom', eso({ dataFrom: [{ extract: { key: 'x' } }] })],
  ['a template from a ConfigMap', eso({ data, target: { template: { templateFrom: [{ configMap: {} }] } } })],
  ['a Secret that something else fills', object('v1', 'Secret', 'db')],
])('the keys of %s are not known', (_, maker) => {
  expect(told(check, [reader(env('Secret', 'password')), maker])).toEqual([
    '? the keys of Secret db are only known when the cluster runs (1)',
  ]);
});

test('two ExternalSecrets may fill one Secret', () => {
  const more = object('external-secrets.io/v1', 'ExternalSecret', 'more', {
    spec: {
      target: { name: 'db', creationPolicy: 'Merge' },
      data: [{ secretKey: 'url', remoteRef: { key: 'x' } }],
    },
  });
  const objects = [reader(env('Secret', 'password'), env('Secret', 'url')), eso({ data }), more];
  expect(told(check, objects)).toEqual([]);
});

test('the keys of a SealedSecret and of a Certificate', () => {
  const sealed = object('bitnami.com/v1alpha1', 'SealedSecret', 'db', {
    spec: { encryptedData: { password: 'Ag' }, template: { data: { url: 'x' } } },
  });
  expect(told(check, [reader(env('Secret', 'password'), env('Secret', 'url')), sealed])).toEqual([]);
  expect(told(check, [reader(env('Secret', 'pass')), sealed])).toHaveLength(1);
  const certificate = object('cert-manager.io/v1', 'Certificate', 'c', {
    spec: { secretName: 'db', keystores: { pkcs12: { create: true } } },
  });
  const keys = ['tls.crt', 'tls.key', 'ca.crt', 'keystore.p12'];
  expect(told(check, [reader(...keys.map((key) => env('Secret', key))), certificate])).toEqual([]);
  expect(told(check, [reader(env('Secret', 'keystore.jks')), certificate])).toHaveLength(1);
});
