import { expect, test } from 'vitest';
import { aVolumeClaimIsThere as check } from '../../src/references/a-volume-claim-is-there.ts';
import { object, told, workload } from './support/told.ts';

const mounting = (claimName: string) =>
  workload('api', { volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }] });

test('a claim that is there', () => {
  expect(told(check, [mounting('data'), object('v1', 'PersistentVolumeClaim', 'data')])).toEqual([]);
});

test('a claim that is not there', () => {
  expect(told(check, [mounting('data')])).toEqual([
    'error Deployment/api /spec/template/spec/volumes/0/persistentVolumeClaim/claimName: Deployment api mounts PersistentVolumeClaim data, and there is none in namespace shop.',
  ]);
});

test('a claim that a StatefulSet makes', () => {
  const set = workload(
    'db',
    {},
    { volumeClaimTemplates: [{ metadata: { name: 'data' } }] },
    'apps/v1/StatefulSet',
  );
  expect(told(check, [mounting('data-db-0'), set])).toEqual([]);
  expect(told(check, [mounting('data-db-x'), set])).toHaveLength(1);
  expect(told(check, [mounting('other-db-0'), set])).toHaveLength(1);
});

test('a claim that CDI makes, and one that an operator may make', () => {
  expect(told(check, [mounting('disk'), object('cdi.kubevirt.io/v1beta1', 'DataVolume', 'disk')])).toEqual(
    [],
  );
  const restore = object('volsync.backube/v1alpha1', 'ReplicationDestination', 'restore', {
    spec: { restic: { destinationPVC: 'data' } },
  });
  expect(told(check, [mounting('data'), restore])).toEqual([
    '? ReplicationDestination restore may make it (1)',
  ]);
});

test('a volume that a StatefulSet replaces by a claim of its own names nothing', () => {
  const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];
  const set = (template: string) =>
    workload(
      'db',
      { volumes },
      { volumeClaimTemplates: [{ metadata: { name: template } }] },
      'apps/v1/StatefulSet',
    );
  expect(told(check, [set('data')])).toEqual([]);
  expect(told(check, [set('logs')])).toHaveLength(1);
});
