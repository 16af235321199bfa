import { kindIndex, type SchemaKind } from '@seatrial/validator';
import { expect, test } from 'vitest';
import { aStandbyServesTheKindsThatItTakesOver } from '../../src/fleet/a-standby-serves-the-kinds-that-it-takes-over.ts';
import { fleetView, nothing, oddView, said, type Further } from './fleet-view.ts';

const kind = (apiVersion: string, name: string): SchemaKind => ({
  apiVersion,
  kind: name,
  namespaced: true,
  digest: 'd',
});
const own = [kind('v1', 'ConfigMap'), kind('apps/v1', 'Deployment')];
const certificate = kind('cert-manager.io/v1', 'Certificate');
const object = { apiVersion: 'cert-manager.io/v1', kind: 'Certificate' };
const kinds = { paris: kindIndex(own, [certificate]), dublin: kindIndex(own) };

const check = (application: object, further: Further) =>
  said(aStandbyServesTheKindsThatItTakesOver, fleetView({ web: application }, {}, further));
const onActive = {
  on: { roles: ['active'] },
  objects: { tls: object, settings: { apiVersion: 'v1', kind: 'ConfigMap' } },
};

test('a kind that only the active cluster has the definition of', () => {
  expect(check(onActive, { kinds })).toEqual({
    findings: [
      'error dublin Certificate/tls: Once dublin has taken over for paris it gets Certificate web/tls, and it does not serve cert-manager.io/v1 Certificate, as paris does.',
    ],
    notChecked: [],
  });
});

test('a version of a kind that only the Kubernetes of the active cluster has', () => {
  const newer = kindIndex([...own, kind('networking.k8s.io/v1', 'IPAddress')]);
  const application = {
    on: { roles: ['active'] },
    objects: { ip: { apiVersion: 'networking.k8s.io/v1', kind: 'IPAddress' } },
  };
  expect(check(application, { kinds: { ...kinds, paris: newer } }).findings).toHaveLength(1);
});

test('both clusters have the definition', () => {
  const both = kindIndex(own, [certificate]);
  expect(check(onActive, { kinds: { paris: both, dublin: both } })).toEqual(nothing);
});

test('a kind that nobody has a schema of is not one that only the standby lacks', () => {
  expect(check(onActive, { kinds: { paris: kindIndex(own), dublin: kindIndex(own) } })).toEqual(nothing);
});

test('what the standby gets today is the business of the schemas', () => {
  expect(check({ objects: { tls: object } }, { kinds })).toEqual(nothing);
});

test('a chart that is not rendered may bring the definition', () => {
  const unrendered = { dublin: [{ what: 'the chart cert-manager of tls' }] };
  expect(check(onActive, { kinds, unrendered })).toEqual({
    findings: [],
    notChecked: ['the chart cert-manager of tls is not rendered'],
  });
});

test('objects of any shape', () => {
  expect(said(aStandbyServesTheKindsThatItTakesOver, oddView())).toEqual(nothing);
});
