import { plan } from '@seatrial/compiler';
import { expect, test } from 'vitest';
import { batchesOf, mistakesOf, withMistake } from '../../src/proofs/bad-commit/mistake.ts';
import { plannedChanges } from '../../src/proofs/changes/planned-changes.ts';
import { resolved, smallModel } from './small-fleet.ts';

const fleet = resolved(smallModel);
const mistakes = mistakesOf(fleet);

test('each mistake is one of another placement, where there are enough', () => {
  expect(mistakes.map(({ name, placement, object }) => [name, placement, object.kind])).toEqual([
    ['failing-hook', 'shop-prod-left', 'Job'],
    ['image-never-ready', 'shop-prod-right', 'Deployment'],
    ['invalid-manifest', 'shop-prod-left', expect.any(String)],
  ]);
  expect(batchesOf(mistakes).map((batch) => batch.map(({ name }) => name))).toEqual([
    ['failing-hook', 'image-never-ready'],
    ['invalid-manifest'],
  ]);
});

test('a mistake changes the object that is wrong and one beside it, and no other placement', () => {
  const [hook, image, invalid] = mistakes.map((mistake) => plan(fleet, withMistake(fleet, mistake)));
  expect(hook?.steps.map(({ at }) => `${at.owner} ${at.object.kind}`)).toHaveLength(2);
  expect(hook && plannedChanges(hook, 'shop-prod-left').deleted).toEqual([]);
  expect(image?.steps).toMatchObject([
    {
      action: 'change',
      at: { owner: 'shop-prod-right' },
      changes: [{ after: 'registry.example:5000/web:never-ready' }],
    },
  ]);
  expect(new Set(invalid?.steps.map(({ at }) => at.owner))).toEqual(new Set(['shop-prod-left']));
});
