import { kindIndex } from '@seatrial/validator';
import { expect, test } from 'vitest';
import { anObjectHasOneOwner } from '../../src/fleet/an-object-has-one-owner.ts';
import { fleetView, nothing, oddView, said, type Further } from './fleet-view.ts';

const chart = { repository: 'https://charts.example', version: '1' };
const object = (kind: string, metadata: object, apiVersion = 'v1') => ({ apiVersion, kind, metadata });
const check = (applications: object, further: Further) =>
  said(anObjectHasOneOwner, fleetView(applications, { failover: {} }, further)).findings.filter((line) =>
    line.includes('on paris'),
  );
const two = {
  one: { namespace: 'logs', charts: { loki: chart } },
  two: { namespace: 'logs', charts: { tempo: chart } },
};

test('two charts that make one object', () => {
  const charts = {
    loki: [object('ConfigMap', { name: 'settings' })],
    tempo: [object('ConfigMap', { name: 'settings', namespace: 'logs' })],
  };
  expect(check(two, { charts })).toEqual([
    'error paris ConfigMap/settings: ConfigMap settings on paris belongs to two placements: one-prod-paris (chart loki) and two-prod-paris (chart tempo).',
  ]);
});

test('a chart and a tree', () => {
  const applications = {
    one: { namespace: 'logs', objects: { settings: { apiVersion: 'v1', kind: 'ConfigMap' } } },
    two: { namespace: 'logs', charts: { tempo: chart } },
  };
  expect(check(applications, { charts: { tempo: [object('ConfigMap', { name: 'settings' })] } })).toEqual([
    'error paris ConfigMap/settings: ConfigMap settings on paris belongs to two placements: one-prod-paris and two-prod-paris (chart tempo).',
  ]);
});

test('one definition of two charts, in whatever namespace they are', () => {
  const definition = object(
    'CustomResourceDefinition',
    { name: 'probes.example' },
    'apiextensions.k8s.io/v1',
  );
  const apart = { one: { charts: { loki: chart } }, two: { charts: { tempo: chart } } };
  const kinds = {
    paris: kindIndex([
      {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        namespaced: false,
        digest: 'd',
      },
    ]),
  };
  expect(check(apart, { kinds, charts: { loki: [definition], tempo: [definition] } })).toHaveLength(1);
});

test('one name in two namespaces, two kinds, two clusters, or one placement', () => {
  const settings = object('ConfigMap', { name: 'settings' });
  const apart = { one: { charts: { loki: chart } }, two: { charts: { tempo: chart } } };
  expect(check(apart, { charts: { loki: [settings], tempo: [settings] } })).toEqual([]);
  expect(
    check(two, { charts: { loki: [settings], tempo: [object('Service', { name: 'settings' })] } }),
  ).toEqual([]);
  expect(check({ one: two.one }, { charts: { loki: [settings, settings] } })).toEqual([]);
});

test('hooks and drawn names are nobody’s', () => {
  const hook = object('Job', { name: 'a', annotations: { 'helm.sh/hook': 'pre-install' } });
  const drawn = object('Job', { generateName: 'a-' });
  expect(check(two, { charts: { loki: [hook, drawn], tempo: [hook, drawn] } })).toEqual([]);
});

test('objects of any shape', () => {
  expect(said(anObjectHasOneOwner, oddView())).toEqual(nothing);
});
