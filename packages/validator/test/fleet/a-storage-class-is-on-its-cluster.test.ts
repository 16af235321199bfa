import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { aStorageClassIsOnItsCluster } from '../../src/fleet/a-storage-class-is-on-its-cluster.ts';
import { fleetView, nothing, oddView, pair, said, type Further } from './fleet-view.ts';

function check(
  object: string,
  classes: { paris?: string[]; dublin?: string[] },
  further: Further = {},
  more = {},
) {
  const clusters = {
    paris: { ...pair.paris, ...(classes.paris && { storageClasses: classes.paris }) },
    dublin: { ...pair.dublin, ...(classes.dublin && { storageClasses: classes.dublin }) },
  };
  const api = { objects: { data: parse(object) as object, ...more } };
  return said(aStorageClassIsOnItsCluster, fleetView({ api }, { clusters }, further));
}

const claim = '{ apiVersion: v1, kind: PersistentVolumeClaim, spec: { storageClassName: gp3 } }';
const message = (kind: string, field: string) =>
  `error dublin ${kind}/data ${field}: ${kind} api/data asks for the storage class gp3, which dublin does not have.`;

const claims: [string, string, string][] = [
  ['a claim', claim, message('PersistentVolumeClaim', '/spec/storageClassName')],
  [
    'a claim in the old form',
    '{ apiVersion: v1, kind: PersistentVolumeClaim, metadata: { annotations: { volume.beta.kubernetes.io/storage-class: gp3 } }, spec: {} }',
    message('PersistentVolumeClaim', '/metadata/annotations/volume.beta.kubernetes.io~1storage-class'),
  ],
  [
    'a StatefulSet',
    '{ apiVersion: apps/v1, kind: StatefulSet, spec: { volumeClaimTemplates: [{ spec: { storageClassName: gp3 } }] } }',
    message('StatefulSet', '/spec/volumeClaimTemplates/0/spec/storageClassName'),
  ],
  [
    'a Prometheus',
    '{ apiVersion: monitoring.coreos.com/v1, kind: Prometheus, spec: { storage: { volumeClaimTemplate: { spec: { storageClassName: gp3 } } } } }',
    message('Prometheus', '/spec/storage/volumeClaimTemplate/spec/storageClassName'),
  ],
];

test.each(claims)('%s asks for a class that the standby does not have', (_name, object, expected) => {
  expect(check(object, { paris: ['gp3'], dublin: ['gp2'] })).toEqual({
    findings: [expected],
    notChecked: [],
  });
});

test('a class that the cluster has, and none at all', () => {
  expect(check(claim, { paris: ['gp3'], dublin: ['gp2', 'gp3'] })).toEqual(nothing);
  expect(check(claim.replace('gp3', '""'), { paris: [], dublin: [] })).toEqual(nothing);
});

test('a class that the fleet makes, and a volume that was made by hand', () => {
  const made = {
    gp3: { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', provisioner: 'ebs.csi.aws.com' },
  };
  expect(check(claim, { paris: [], dublin: [] }, {}, made)).toEqual(nothing);
  const volume = { nfs: { apiVersion: 'v1', kind: 'PersistentVolume', spec: { storageClassName: 'gp3' } } };
  expect(check(claim, { paris: [], dublin: [] }, {}, volume)).toEqual(nothing);
});

test('what nobody declares is not checked, and only the target of a failover is asked about', () => {
  expect(check(claim, {})).toEqual({
    findings: [],
    notChecked: ['the model does not say which storage classes dublin has, which has to take over for paris'],
  });
  expect(check('{ apiVersion: v1, kind: ConfigMap }', {})).toEqual(nothing);
});

test('a chart that is not rendered may bring the class', () => {
  const unrendered = { dublin: [{ what: 'the chart ebs of storage' }] };
  expect(check(claim, { dublin: [] }, { unrendered })).toEqual({
    findings: [],
    notChecked: ['the chart ebs of storage is not rendered'],
  });
});

test('a class that the standby needs only once it has taken over', () => {
  const clusters = { paris: pair.paris, dublin: { ...pair.dublin, storageClasses: ['gp2'] } };
  const db = { on: { roles: ['active'] }, objects: { data: parse(claim) as object } };
  const view = fleetView({ db }, { clusters });
  expect(said(aStorageClassIsOnItsCluster, view).findings).toEqual([
    'error dublin PersistentVolumeClaim/data /spec/storageClassName: Once dublin has taken over for paris: PersistentVolumeClaim db/data asks for the storage class gp3, which dublin does not have.',
  ]);
});

test('objects of any shape ask for none', () => {
  expect(said(aStorageClassIsOnItsCluster, oddView())).toEqual(nothing);
});
