import type { Coverage, NotChecked, UncheckedKind } from '@seatrial/validator';
import type { Discovered } from '../discover/discover.ts';

/**
 * Coverage for a reader: clusters that engines sync to one by one, and everything that is applied by hand together,
 * because each of its folders counts as a cluster of its own.
 */
export function byHandTogether(coverage: readonly Coverage[], { units }: Discovered): readonly Coverage[] {
  const synced = new Set(units.flatMap(({ engine, cluster }) => (engine === 'hand' ? [] : [cluster])));
  const some = coverage.filter(({ total }) => total > 0).map(ofOwnObjects);
  const byHand = some.filter(({ cluster }) => !synced.has(cluster));
  const [first] = byHand;
  const others = some.filter(({ cluster }) => synced.has(cluster));
  if (first === undefined) return others;
  const cluster = byHand.length === 1 ? first.cluster : `applied by hand (${byHand.length} folders)`;
  return [
    ...others,
    {
      cluster,
      kubernetes: first.kubernetes,
      total: sum(byHand.map(({ total }) => total)),
      checked: sum(byHand.map(({ checked }) => checked)),
      unchecked: added(
        byHand.flatMap(({ unchecked }) => unchecked),
        ({ apiVersion, kind }: UncheckedKind) => `${apiVersion} ${kind}`,
      ),
      policies: {
        templates: Math.max(...byHand.map(({ policies }) => policies.templates)),
        constraints: Math.max(...byHand.map(({ policies }) => policies.constraints)),
        reviewed: sum(byHand.map(({ policies }) => policies.reviewed)),
      },
      notChecked: added(
        byHand.flatMap(({ notChecked }) => notChecked.map((one) => ({ ...one, cluster }))),
        ({ rule, reason }: NotChecked) => `${rule}\0${reason}`,
      ),
    },
  ];
}

/** Objects that are there only to be found by references are held against policies too, and count for nothing. */
function ofOwnObjects({ policies, ...coverage }: Coverage): Coverage {
  return { ...coverage, policies: { ...policies, reviewed: Math.min(policies.reviewed, coverage.total) } };
}

/** One entry for each key, with the counts of all. */
function added<T extends { readonly count: number }>(
  entries: readonly T[],
  keyOf: (entry: T) => string,
): readonly T[] {
  return [...Map.groupBy(entries, keyOf)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, [first, ...rest]]) =>
      first === undefined ? [] : [{ ...first, count: first.count + sum(rest.map(({ count }) => count)) }],
    );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
