import { closest, distance } from 'fastest-levenshtein';

/** The known name that a wrong one was probably meant to be, if any is near. */
export function nearest(wrong: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(wrong, known);
  return distance(wrong, candidate) <= Math.max(2, Math.floor(wrong.length / 3)) ? candidate : undefined;
}

/** The second half of a sentence about an unknown name: a suggestion, else the list of what there is. */
export function didYouMean(wrong: string, known: readonly string[]): string {
  const near = nearest(wrong, known);
  if (near !== undefined) return `did you mean "${near}"?`;
  return known.length === 0 ? 'there is none.' : `there is ${[...known].sort().join(', ')}.`;
}
