import type { Finding } from '@seatrial/compiler';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runChecks } from '../../src/check/run-checks.ts';
import { workloadChecks } from '../../src/references/checks.ts';
import { setView } from '../../src/rendered/set-view.ts';
import { located } from '../support/objects.ts';
import { cluster, setOf } from '../support/rendered-set.ts';
import { compiledApplication } from './support/arbitrary-fleets.ts';
import { customResources } from './support/custom-resources.ts';

const oddValues = fc.constantFrom<unknown>(null, '', 'text', 0, -1, true, [], {}, [null], [[]], { a: null }, [
  'x',
  1,
]);

test('law: no check throws, whatever stands where something else should', () => {
  fc.assert(
    fc.property(
      compiledApplication,
      fc.array(fc.tuple(fc.nat(), fc.nat(), oddValues), { minLength: 1, maxLength: 8 }),
      (objects, edits) => {
        const all: unknown[] = [
          ...objects.map(({ object }) => structuredClone(object)),
          ...structuredClone(customResources),
        ];
        for (const [at, step, value] of edits) {
          const index = at % all.length;
          all[index] = replaced(all[index], step, value);
        }
        for (const { place, sentence, hint } of findingsOf(all)) {
          expect(place.cluster).toBe('paris');
          expect(sentence).not.toMatch(/undefined|\[object Object\]/);
          expect(hint).not.toBe('');
        }
      },
    ),
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

/** The value with one of its parts, counted in the order in which they are met, replaced. */
function replaced(root: unknown, step: number, value: unknown): unknown {
  const places: (() => void)[] = [];
  const collect = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const fields = node as Record<string, unknown>;
    for (const key of Object.keys(fields)) {
      // The spine has passed an object's kind by then: it is a text.
      if (node === root && (key === 'kind' || key === 'apiVersion')) continue;
      places.push(() => void (fields[key] = structuredClone(value)));
      collect(fields[key]);
    }
  };
  collect(root);
  if (places.length > 0) places[step % places.length]?.();
  return root;
}
