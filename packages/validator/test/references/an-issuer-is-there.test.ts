import { expect, test } from 'vitest';
import { anIssuerIsThere as check } from '../../src/references/an-issuer-is-there.ts';
import { clusterObject, object, told } from './support/told.ts';

const certificate = (issuerRef: object) =>
  object('cert-manager.io/v1', 'Certificate', 'tls', { spec: { secretName: 'tls', issuerRef } });
const ingress = (annotations: object) =>
  object('networking.k8s.io/v1', 'Ingress', 'web', {}, { annotations });
const issuer = object('cert-manager.io/v1', 'Issuer', 'ca');
const forAll = clusterObject('cert-manager.io/v1', 'ClusterIssuer', 'letsencrypt');

test('issuers that are there', () => {
  const objects = [
    issuer,
    forAll,
    certificate({ name: 'ca' }),
    certificate({ name: 'letsencrypt', kind: 'ClusterIssuer', group: 'cert-manager.io' }),
    ingress({ 'cert-manager.io/issuer': 'ca' }),
    ingress({ 'cert-manager.io/cluster-issuer': 'letsencrypt' }),
  ];
  expect(told(check, objects)).toEqual([]);
});

test('issuers that are not there, or of the other kind', () => {
  expect(told(check, [certificate({ name: 'letsencrypt' }), forAll])).toEqual([
    'error Certificate/tls /spec/issuerRef/name: Certificate tls is issued by Issuer letsencrypt, and there is none in namespace shop.',
  ]);
  expect(told(check, [ingress({ 'cert-manager.io/cluster-issuer': 'prod' }), forAll])).toEqual([
    'error Ingress/web /metadata/annotations/cert-manager.io~1cluster-issuer: Ingress web is issued by ClusterIssuer prod, and there is none.',
  ]);
});

test('issuers of other controllers are left alone', () => {
  expect(
    told(check, [certificate({ name: 'x', kind: 'AWSPCAIssuer', group: 'awspca.cert-manager.io' })]),
  ).toEqual([]);
  const annotations = {
    'cert-manager.io/issuer': 'x',
    'cert-manager.io/issuer-group': 'certmanager.step.sm',
  };
  expect(told(check, [ingress(annotations)])).toEqual([]);
});
