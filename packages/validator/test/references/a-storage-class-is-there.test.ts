import { expect, test } from 'vitest';
import { aStorageClassIsThere as check } from '../../src/references/a-storage-class-is-there.ts';
import { describeClass } from './support/describe-class.ts';
import { clusterObject, object, told, workload } from './support/told.ts';

const storage = { check, apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass' };

describeClass({
  ...storage,
  wellKnown: 'gp3',
  asking: (storageClassName) => object('v1', 'PersistentVolumeClaim', 'data', { spec: { storageClassName } }),
  field: '/spec/storageClassName',
});

describeClass({
  ...storage,
  wellKnown: 'standard',
  asking: (storageClassName) =>
    workload('db', {}, { volumeClaimTemplates: [{ spec: { storageClassName } }] }, 'apps/v1/StatefulSet'),
  field: '/spec/volumeClaimTemplates/0/spec/storageClassName',
});

describeClass({
  ...storage,
  wellKnown: 'longhorn',
  asking: (storageClassName) =>
    workload('api', {
      volumes: [{ name: 'x', ephemeral: { volumeClaimTemplate: { spec: { storageClassName } } } }],
    }),
  field: '/spec/template/spec/volumes/0/ephemeral/volumeClaimTemplate/spec/storageClassName',
});

test('a claim that names its volume is not provisioned by a class', () => {
  const spec = { storageClassName: 'by-hand', volumeName: 'pv-1' };
  const known = clusterObject('storage.k8s.io/v1', 'StorageClass', 'fast');
  expect(told(check, [object('v1', 'PersistentVolumeClaim', 'x', { spec }), known])).toEqual([]);
});
