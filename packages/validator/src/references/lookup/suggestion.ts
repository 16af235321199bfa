import { didYouMean } from '@seatrial/compiler';

/** A hint from the names that there are: `Did you mean "api"?`, else the names (the first ten), else another way out. */
export function suggestion(wrong: string, known: readonly string[], otherwise: string): string {
  if (known.length === 0) return otherwise;
  const answer = didYouMean(wrong, known);
  return answer.startsWith('did') ? `D${answer.slice(1)}` : otherwise;
}

/** Names in a sentence: `a`, `a and b`, `a, b and c`; after ten, how many more. */
export function listed(names: readonly string[]): string {
  const sorted = [...names].sort();
  const shown = sorted.length > 10 ? [...sorted.slice(0, 9), `${sorted.length - 9} more`] : sorted;
  const last = shown.at(-1) ?? 'none';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
