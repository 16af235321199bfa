import { expect, test } from 'vitest';
import { aSecretProviderClassIsThere as check } from '../../src/references/a-secret-provider-class-is-there.ts';
import { object, told, workload } from './support/told.ts';

const mounting = (driver: string) =>
  workload('api', {
    volumes: [{ name: 's', csi: { driver, volumeAttributes: { secretProviderClass: 'vault' } } }],
  });
const ours = 'secrets-store.csi.k8s.io';

test('a class that is there', () => {
  const provider = object('secrets-store.csi.x-k8s.io/v1', 'SecretProviderClass', 'vault');
  expect(told(check, [mounting(ours), provider])).toEqual([]);
});

test('a class that is not there', () => {
  expect(told(check, [mounting(ours)])).toEqual([
    'error Deployment/api /spec/template/spec/volumes/0/csi/volumeAttributes/secretProviderClass: Deployment api mounts SecretProviderClass vault, and there is none in namespace shop.',
  ]);
});

test('the attributes of another driver mean something else', () => {
  expect(told(check, [mounting('other.example')])).toEqual([]);
});
