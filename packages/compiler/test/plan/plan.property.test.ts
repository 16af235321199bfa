import fc from 'fast-check';
import { expect, test } from 'vitest';
import { objectId, plan, type ResolvedFleet } from '../../src/index.ts';
import { applyPlan, changed, heldKey, type Held } from './support/apply-plan.ts';
import { arbitraryFleet } from './support/arbitrary-fleet.ts';

/** The objects that both fleets know, read straight from the fleet. */
function held(fleet: ResolvedFleet, other: ResolvedFleet): Held {
  const isUnknown = (placement: string): boolean =>
    [fleet, other].some((one) =>
      one.placements.some(
        ({ name, charts }) => name === placement && charts.some(({ objects }) => objects === undefined),
      ),
    );
  return new Map(
    fleet.placements.flatMap(({ name, cluster, objects, charts }) =>
      [
        ...objects.map(({ object }) => object),
        ...(isUnknown(name) ? [] : charts.flatMap((chart) => chart.objects ?? [])),
      ].map(
        (content) => [heldKey({ cluster, object: objectId(content) }), { owner: name, content }] as const,
      ),
    ),
  );
}

test('a fleet and itself: nothing', () => {
  fc.assert(
    fc.property(arbitraryFleet, (fleet) => {
      expect(plan(fleet, structuredClone(fleet))).toEqual({ steps: [], charts: [] });
    }),
  );
});

test('whoever takes the steps from one fleet arrives at the other', () => {
  fc.assert(
    fc.property(arbitraryFleet, arbitraryFleet, (before, after) => {
      expect(applyPlan(held(before, after), plan(before, after).steps)).toEqual(held(after, before));
    }),
    { numRuns: 300 },
  );
});

test('the way back creates what the way there deletes, and moves and adopts the other way round', () => {
  fc.assert(
    fc.property(arbitraryFleet, arbitraryFleet, (before, after) => {
      const there = plan(before, after);
      const back = plan(after, before);
      const keys = (of: typeof there, action: string) =>
        of.steps.flatMap((step) => (step.action === action ? [heldKey(step.at)] : [])).sort();
      expect(keys(back, 'create')).toEqual(keys(there, 'delete'));
      expect(keys(back, 'delete')).toEqual(keys(there, 'create'));
      expect(keys(back, 'change')).toEqual(keys(there, 'change'));
      expect(keys(back, 'adopt')).toEqual(keys(there, 'adopt'));
      expect(keys(back, 'move')).toEqual(
        there.steps.flatMap((step) => (step.action === 'move' ? [heldKey(step.from)] : [])).sort(),
      );
      expect(back.charts).toHaveLength(there.charts.length);
    }),
    { numRuns: 300 },
  );
});

test('the values of a chart whose objects are not known change as the plan says', () => {
  fc.assert(
    fc.property(arbitraryFleet, arbitraryFleet, (before, after) => {
      for (const { owner, changes } of plan(before, after).charts.filter(
        ({ action }) => action === 'change',
      )) {
        const facts = (fleet: ResolvedFleet) => {
          const [chart] = fleet.placements.find(({ name }) => name === owner)?.charts ?? [];
          return { source: chart?.source, release: chart?.release, values: chart?.values };
        };
        expect(changed(facts(before), changes)).toEqual(facts(after));
      }
    }),
  );
});
