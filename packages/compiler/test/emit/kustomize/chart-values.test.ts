import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartValueFiles, helmExtension } from '../../../src/emit/kustomize/chart-values.ts';
import { isRecord } from '../../../src/objects/merge-patch.ts';
import * as cases from './cases/charts-and-folders.ts';

type Values = Record<string, unknown>;

/** Helm's merge of value files (helm pkg/cli/values, mergeMaps): maps merge, everything else replaces, null too. */
function helmMerge(base: Values, more: Values): Values {
  const merged = { ...base };
  for (const [key, value] of Object.entries(more)) {
    const old = merged[key];
    merged[key] = isRecord(old) && isRecord(value) ? helmMerge(old, value) : value;
  }
  return merged;
}

const key = fc.constantFrom('a', 'b', 'c');
const { values } = fc.letrec<{ values: Values; value: unknown }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, fc.constantFrom(null, 1, 'x', true, [1], [], {}), tie('values')),
  values: fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
}));

test('base and extension merge to the values, or a key would have to go', () => {
  fc.assert(
    fc.property(values, values, (base, wanted) => {
      const extension = helmExtension(base, wanted);
      if (extension === undefined) expect(helmMerge(base, wanted)).not.toEqual(wanted);
      else expect(helmMerge(base, extension)).toEqual(wanted);
    }),
    { numRuns: 2000 },
  );
});

test('the files of a chart come in the order in which Helm merges them', () => {
  const [, paris, dublin] = cases.chartValues.placements;
  const filesOf = (placement: typeof paris) =>
    placement!.charts.map((chart) => chartValueFiles(cases.chartValues, placement!, chart));
  expect(filesOf(paris)).toEqual([
    [
      'clusters/luneo/base/observability/values/prometheus.yaml',
      'clusters/luneo/paris/prod/observability/values/prometheus.yaml',
    ],
    ['clusters/luneo/paris/prod/observability/values/tempo.yaml'],
  ]);
  expect(filesOf(dublin)).toEqual([['clusters/luneo/dublin/prod/observability/values/prometheus.yaml'], []]);
});
