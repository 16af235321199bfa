import type { Explanation } from '@seatrial/compiler';
import { everyObject } from './every-object/rules.ts';
import { kindsWithRules, rulesOfKind } from './kinds/rules.ts';

/** What `seatrial explain` says of every code that {@link refusals} gives, sorted by code. */
export const admissionExplanations: readonly Explanation[] = allExplanations();

function allExplanations(): readonly Explanation[] {
  const placed = [
    ...everyObject,
    ...kindsWithRules.flatMap((key) => {
      const [group = '', kind = ''] = key.split('/');
      return rulesOfKind(group, kind);
    }),
  ];
  const byCode = new Map(placed.map(({ rule }) => [rule.explanation.code, rule.explanation]));
  return [...byCode.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}
