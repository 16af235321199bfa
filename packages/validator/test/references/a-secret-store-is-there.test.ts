import { expect, test } from 'vitest';
import { aSecretStoreIsThere as check } from '../../src/references/a-secret-store-is-there.ts';
import { clusterObject, object, told } from './support/told.ts';

const eso = 'external-secrets.io/v1';
const reading = (secretStoreRef: object, more: object = {}) =>
  object(eso, 'ExternalSecret', 'db', { spec: { secretStoreRef, ...more } });

test('a store that is there', () => {
  const stores = [
    object(eso, 'SecretStore', 'aws'),
    clusterObject('external-secrets.io/v1beta1', 'ClusterSecretStore', 'vault'),
  ];
  const secrets = [
    reading({ name: 'aws' }),
    reading({ name: 'aws', kind: 'SecretStore' }),
    reading({ name: 'vault', kind: 'ClusterSecretStore' }),
  ];
  expect(told(check, [...stores, ...secrets])).toEqual([]);
});

test('a store that is not there, or of the other kind', () => {
  expect(told(check, [reading({ name: 'aws' })])).toEqual([
    'error ExternalSecret/db /spec/secretStoreRef/name: ExternalSecret db reads from SecretStore aws, and there is none in namespace shop.',
  ]);
  const cluster = clusterObject(eso, 'ClusterSecretStore', 'aws');
  expect(told(check, [reading({ name: 'aws' }), cluster])).toHaveLength(1);
  expect(told(check, [reading({ name: 'vault', kind: 'ClusterSecretStore' }), cluster])).toEqual([
    'error ExternalSecret/db /spec/secretStoreRef/name: ExternalSecret db reads from ClusterSecretStore vault, and there is none.',
  ]);
});

test('the store of a single entry, of a PushSecret and of a ClusterExternalSecret', () => {
  const data = [{ secretKey: 'a', sourceRef: { storeRef: { name: 'other' } } }];
  expect(told(check, [reading({ name: 'aws' }, { data }), object(eso, 'SecretStore', 'aws')])[0]).toContain(
    '/spec/data/0/sourceRef/storeRef/name',
  );
  const push = object('external-secrets.io/v1alpha1', 'PushSecret', 'p', {
    spec: { secretStoreRefs: [{ name: 'aws' }] },
  });
  expect(told(check, [push])[0]).toContain('/spec/secretStoreRefs/0/name');
  const spread = (secretStoreRef: object) =>
    clusterObject(eso, 'ClusterExternalSecret', 'c', { spec: { externalSecretSpec: { secretStoreRef } } });
  expect(told(check, [spread({ name: 'x', kind: 'ClusterSecretStore' })])).toHaveLength(1);
  // Its ExternalSecrets look for a SecretStore in namespaces of their own.
  expect(told(check, [spread({ name: 'x' })])).toEqual([]);
});

test('a generator needs no store', () => {
  const dataFrom = [{ sourceRef: { generatorRef: { kind: 'Password', name: 'p' } } }];
  expect(told(check, [object(eso, 'ExternalSecret', 'db', { spec: { dataFrom } })])).toEqual([]);
});
