import type { Placement } from '@seatrial/compiler';
import { expect, test } from 'vitest';
import { addedElements } from '../../../src/proofs/heals/added-element.ts';
import { candidates } from '../../../src/proofs/heals/candidates.ts';
import { changedFields } from '../../../src/proofs/heals/changed-field.ts';
import { changedLabels } from '../../../src/proofs/heals/changed-label.ts';
import { deletedObjects } from '../../../src/proofs/heals/deleted-object.ts';
import { otherValue, patchAt } from '../../../src/proofs/heals/other-value.ts';
import { harbourFleet } from '../../fleets/harbour/harbour-fleet.ts';

const shop = harbourFleet().placements.find(({ name }) => name === 'shop-prod-north') as Placement;
const objects = candidates(shop);

test('hooks, what others stand on, and what is ignored in part are not touched', () => {
  const names = objects.map(({ kind, metadata }) => `${kind}/${metadata.name}`);
  expect(names).toContain('Deployment/web');
  for (const name of [
    'Job/migrate',
    'SecretStore/vault',
    'ExternalSecret/credentials',
    'ConfigMap/switches',
  ]) {
    expect(names).not.toContain(name);
  }
});

test('the first of each kind is the one that hurts least', () => {
  expect(changedFields(objects)[0]?.what).toBe('Deployment shop/web: .spec.replicas 3 → 4');
  expect(addedElements(objects)[0]?.what).toMatch(/^Ingress shop\/web: an element more in \.spec\.rules/u);
  expect(deletedObjects(objects)[0]?.what).toMatch(/^ConfigMap shop\/web-files-/u);
  expect(changedLabels(objects)[0]?.what).toMatch(/^ConfigMap shop\/web-files-.* label /u);
});

test('every drift tells healed, drifted and foreign apart', () => {
  const deployment = objects.find(({ kind }) => kind === 'Deployment');
  const [drift] = changedFields(objects);
  const scaled = (replicas: number) => ({ ...deployment, spec: { replicas } }) as (typeof objects)[number];
  expect(
    [3, 4, 7].map((replicas) => [drift?.isHealed(scaled(replicas)), drift?.isDrifted(scaled(replicas))]),
  ).toEqual([
    [true, false],
    [false, true],
    [false, false],
  ]);
});

test('a patch into a list writes the list whole, and nothing beside it', () => {
  const live = {
    apiVersion: 'v1',
    kind: 'X',
    metadata: { name: 'x' },
    webhooks: [{ clientConfig: { caBundle: 'QQ==', url: 'u' } }, { name: 'b' }],
  };
  expect(patchAt(live, ['webhooks', '0', 'clientConfig', 'caBundle'], 'new')).toEqual({
    webhooks: [{ clientConfig: { caBundle: 'new', url: 'u' } }, { name: 'b' }],
  });
  expect(patchAt(live, ['metadata', 'name'], 'y')).toEqual({ metadata: { name: 'y' } });
});

test('another bundle of authorities trusts the same', () => {
  const bundle = Buffer.from('-----A-----\n').toString('base64');
  const other = otherValue(['caBundle'], bundle);
  expect(Buffer.from(String(other), 'base64').toString()).toBe('-----A-----\n-----A-----\n');
});
