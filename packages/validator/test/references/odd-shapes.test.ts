import type { Finding } from '@seatrial/compiler';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runChecks } from '../../src/check/run-checks.ts';
import { workloadChecks } from '../../src/references/checks.ts';
import { setView } from '../../src/rendered/set-view.ts';
import { located } from '../support/objects.ts';
import { edited, edits } from '../support/odd-values.ts';
import { cluster, setOf } from '../support/rendered-set.ts';
import { compiledApplication } from './support/arbitrary-fleets.ts';
import { customResources } from './support/custom-resources.ts';

test('law: no check throws, whatever stands where something else should', () => {
  fc.assert(
    fc.property(compiledApplication, edits, (objects, changes) => {
      const all = edited([...objects.map(({ object }) => object), ...customResources], changes);
      for (const { place, sentence, hint } of findingsOf(all)) {
        expect(place.cluster).toBe('paris');
        expect(sentence).not.toMatch(/undefined|\[object Object\]/);
        expect(hint).not.toBe('');
      }
    }),
    { numRuns: 400 },
  );
});

test('the custom resources that are made odd are fine before', () => {
  const wrong = findingsOf(customResources).filter(({ severity }) => severity === 'error');
  expect(wrong.map(({ sentence }) => sentence)).toEqual([]);
});

function findingsOf(objects: readonly unknown[]): readonly Finding[] {
  const set = setOf(
    objects.map((object) => located(object)),
    { clusters: [cluster('paris')] },
  );
  return [...setView(set).views.values()].flatMap((view) => runChecks(workloadChecks, view).findings);
}
