import { expect, test } from 'vitest';
import { proofs } from '../../../src/proofs/proofs.ts';
import { proofKinds } from '../../../src/trial/claim.ts';
import { harbourFleet } from './harbour-fleet.ts';

test('gives every kind of proof something to claim, in few placements', () => {
  const fleet = harbourFleet();
  expect(fleet.placements).toHaveLength(8);
  const claimed = proofs.filter((proof) => proof.derive(fleet).length > 0).map(({ name }) => name);
  expect(claimed).toEqual([...proofKinds]);
});

test('claims are unique and the same every time', () => {
  const claims = proofs.flatMap((proof) => proof.derive(harbourFleet()));
  expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length);
  expect(proofs.flatMap((proof) => proof.derive(harbourFleet()))).toEqual(claims);
});
