import { beforeAll, expect, test } from 'vitest';
import { admissionCases, identityOf } from '../support/cases.ts';
import { systematicMutations, type Mutation } from '../support/systematic-mutations.ts';
import { verdictsOn, type Verdicts } from '../support/verdicts.ts';
import { apiValidation } from '../support/api-validation.ts';
import { pointerKeys } from '../../src/json/json-pointer.ts';
import { preparedKubernetes } from '../support/cache.ts';
import { isNamed } from '../support/oracle-place.ts';
import { kindsLeftOut, knownDifferences } from './known-differences.ts';

const cases = admissionCases().filter(({ accepted }) => accepted);
const mutations = cases.flatMap(({ object, changedAt }) =>
  systematicMutations(object, changedAt).map((mutation) => ({ ...mutation, of: identityOf(object) })),
);
let found: readonly (readonly [Mutation & { readonly of: string }, Verdicts])[];

beforeAll(async () => {
  const verdicts = await verdictsOn(mutations.map(({ object }) => object));
  found = mutations.map((mutation, at) => [mutation, verdicts[at] as Verdicts]);
}, 240_000);

/** The mutations that one side takes and the other refuses, but for the known ones. */
function unknownDifferences(taken: 'by Kubernetes only' | 'by these rules only'): readonly string[] {
  return found
    .filter(([, { ours, kubernetes }]) => ours.accepts !== kubernetes.accepts)
    .filter(([, { kubernetes }]) => kubernetes.accepts === (taken === 'by Kubernetes only'))
    .filter(
      ([mutation]) =>
        !knownDifferences.some(
          (one) => one.taken === taken && one.of === mutation.of && one.mutation.test(mutation.title),
        ),
    )
    .map(
      ([mutation, { ours, kubernetes }]) =>
        `${mutation.of}: ${mutation.title}\n  Kubernetes: ${kubernetes.words}\n  ours: ${ours.words}`,
    );
}

test('every kind that Kubernetes validates is looked at, or left out knowingly', () => {
  const all = new Set(
    preparedKubernetes().kinds.flatMap(({ apiVersion, kind }) =>
      apiVersion.includes('alpha') || apiVersion.includes('beta') ? [] : [`${apiVersion} ${kind}`],
    ),
  );
  const texts = [...all].map((name) => name.split(' '));
  const verdicts = apiValidation(
    texts.map(([apiVersion, kind]) => ({ apiVersion, kind, metadata: { name: 'a' } })),
  );
  const looked = new Set(
    cases.map(({ object }) => `${String(object['apiVersion'])} ${String(object['kind'])}`),
  );
  const others = [...all].filter((name, at) => verdicts[at]?.unknown !== true && !looked.has(name));
  expect(others.toSorted()).toEqual(Object.keys(kindsLeftOut).toSorted());
});

test('nothing that Kubernetes takes is refused', () => {
  expect(unknownDifferences('by Kubernetes only')).toEqual([]);
});

test('everything that Kubernetes refuses is refused', () => {
  expect(unknownDifferences('by these rules only')).toEqual([]);
});

test('a refusal names the place that Kubernetes names, or one just above or below it', () => {
  const others = found.flatMap(([mutation, { ours, kubernetes }]) =>
    ours.errors.length === 0 ||
    kubernetes.fields.length === 0 ||
    ours.errors.some(({ field }) => isNamed(pointerKeys(field), kubernetes.fields))
      ? []
      : [`${mutation.of}: ${mutation.title}\n  Kubernetes: ${kubernetes.words}\n  ours: ${ours.words}`],
  );
  expect(others).toEqual([]);
});

test('every known difference is one', () => {
  const stale = knownDifferences.filter(
    ({ of, mutation, taken }) =>
      !found.some(
        ([one, { ours, kubernetes }]) =>
          one.of === of &&
          mutation.test(one.title) &&
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
