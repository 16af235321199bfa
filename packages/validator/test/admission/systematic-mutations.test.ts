import { beforeAll, expect, test } from 'vitest';
import { admissionCases } from '../support/cases.ts';
import { systematicMutations, type Mutation } from '../support/systematic-mutations.ts';
import { verdictsOn, type Verdicts } from '../support/verdicts.ts';
import { knownDifferences } from './known-differences.ts';

const cases = admissionCases().filter(({ accepted }) => accepted);
const mutations = cases.flatMap(({ object, changedAt }) => systematicMutations(object, changedAt));
let found: readonly (readonly [Mutation, Verdicts])[];

beforeAll(async () => {
  const verdicts = await verdictsOn(mutations.map(({ object }) => object));
  found = mutations.map((mutation, at) => [mutation, verdicts[at] as Verdicts]);
}, 240_000);

const kindOf = ({ object }: Mutation): string => String(object['kind']);

/** The mutations that one side takes and the other refuses, but for the known ones. */
function unknownDifferences(taken: 'by Kubernetes only' | 'by these rules only'): readonly string[] {
  return found
    .filter(([, { ours, kubernetes }]) => ours.accepts !== kubernetes.accepts)
    .filter(([, { kubernetes }]) => kubernetes.accepts === (taken === 'by Kubernetes only'))
    .filter(
      ([mutation]) =>
        !knownDifferences.some(
          (one) => one.taken === taken && one.kind === kindOf(mutation) && one.mutation === mutation.title,
        ),
    )
    .map(
      ([mutation, { ours, kubernetes }]) =>
        `${kindOf(mutation)}: ${mutation.title}\n  Kubernetes: ${kubernetes.words}\n  ours: ${ours.words}`,
    );
}

test('nothing that Kubernetes takes is refused', () => {
  expect(unknownDifferences('by Kubernetes only')).toEqual([]);
});

test('everything that Kubernetes refuses is refused', () => {
  expect(unknownDifferences('by these rules only')).toEqual([]);
});

test('every known difference is one', () => {
  const stale = knownDifferences.filter(
    ({ kind, mutation, taken }) =>
      !found.some(
        ([one, { ours, kubernetes }]) =>
          kindOf(one) === kind &&
          one.title === mutation &&
          ours.accepts !== kubernetes.accepts &&
          kubernetes.accepts === (taken === 'by Kubernetes only'),
      ),
  );
  expect(stale).toEqual([]);
});

test('the mutations are many, and neither all taken nor all refused', () => {
  const accepted = found.filter(([, { kubernetes }]) => kubernetes.accepts).length;
  expect(found.length).toBeGreaterThan(5000);
  expect(accepted).toBeGreaterThan(found.length / 10);
  expect(accepted).toBeLessThan(found.length / 2);
});
