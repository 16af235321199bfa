import type { Explanation } from '@seatrial/compiler';
import { allRules } from './kinds/rules.ts';

/** What `seatrial explain` says of every code that the admission rules give, sorted by code. */
export const admissionExplanations: readonly Explanation[] = [
  ...new Map(allRules.map(({ rule }) => [rule.explanation.code, rule.explanation])).values(),
].sort((a, b) => (a.code < b.code ? -1 : 1));
