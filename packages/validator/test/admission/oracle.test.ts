import { expect, test } from 'vitest';
import { pointerKeys } from '../../src/json/json-pointer.ts';
import { admissionCases } from '../support/cases.ts';
import { isNamed } from '../support/oracle-place.ts';
import { verdictsOn } from '../support/verdicts.ts';

const cases = admissionCases();
const verdicts = await verdictsOn(cases.map(({ object }) => object));

test("Kubernetes' own validation takes and refuses what the cases say", () => {
  const others = verdicts.flatMap(({ kubernetes }, at) =>
    kubernetes.accepts === cases[at]?.accepted ? [] : [`${cases[at]?.title}: ${kubernetes.words}`],
  );
  expect(others).toEqual([]);
});

test('the schema and the admission rules take and refuse the same objects', () => {
  const others = verdicts.flatMap(({ ours, kubernetes }, at) =>
    ours.accepts === kubernetes.accepts
      ? []
      : [`${cases[at]?.title}\n  Kubernetes: ${kubernetes.words}\n  ours: ${ours.words}`],
  );
  expect(others).toEqual([]);
});

test('a refusal names the place that Kubernetes names, or one just above or below it', () => {
  const others = verdicts.flatMap(({ ours, kubernetes }, at) =>
    ours.errors.length === 0 ||
    ours.errors.some(({ field }) => isNamed(pointerKeys(field), kubernetes.fields))
      ? []
      : [`${cases[at]?.title}\n  Kubernetes: ${kubernetes.words}\n  ours: ${ours.words}`],
  );
  expect(others).toEqual([]);
});
