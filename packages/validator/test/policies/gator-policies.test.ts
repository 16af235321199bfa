import { describe, expect, test } from 'vitest';
import { gatorVerdicts } from './support/gator.ts';
import { gatorVerify } from './support/gator-verify.ts';
import { shippedCases, type ShippedCase } from './support/shipped-cases.ts';
import { ourVerdicts, review } from './support/verdicts.ts';

const cases = shippedCases();
// An update has an old object, which only an admission request has; what is validated here is never one.
const plain = cases.filter(({ request }) => request === undefined);

describe('every case of every policy that is shipped', () => {
  test.each(plain)('$title comes out as it says', async (one) => {
    const { object, violations } = one;
    const { denials, undecided } = await review(objectsOf(one));
    const about = denials.filter(({ subject }) => subject.located.object === (object as unknown));
    expect(about.map(({ msg }) => msg).sort()).toEqual([...violations].sort());
    expect(undecided).toEqual([]);
  });

  test('comes out as it says in native gator, updates too', () => {
    const { passed, said } = gatorVerify(cases);
    expect(passed, said).toBe(true);
  });

  test('all together: the engine and native gator agree about every object and every constraint', async () => {
    const alone = plain.filter(({ template }) => !isReferential(template));
    const objects = distinct(alone.flatMap(objectsOf));
    const expected = gatorVerdicts(objects);
    expect(expected.length).toBeGreaterThan(alone.length);
    expect(await ourVerdicts(objects)).toEqual(expected);
  });

  test.each(plain.filter(({ template }) => isReferential(template)))(
    '$title: the engine and native gator agree, with the inventory',
    async (one) => {
      const objects = objectsOf(one);
      expect(await ourVerdicts(objects)).toEqual(gatorVerdicts(objects));
    },
  );
});

function objectsOf({ template, constraint, object, inventory }: ShippedCase): readonly unknown[] {
  return [template, constraint, object, ...inventory];
}

function isReferential(template: unknown): boolean {
  return JSON.stringify(template).includes('data.inventory');
}

function distinct(objects: readonly unknown[]): readonly unknown[] {
  return [...new Map(objects.map((object) => [JSON.stringify(object), object])).values()];
}
