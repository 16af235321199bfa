import { closest, distance } from 'fastest-levenshtein';

/** The candidate that a misspelt name probably means: at most a third of its letters differ, whatever the case. */
export function nearestName(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length === 0) return undefined;
  const byLowerCase = new Map(candidates.map((candidate) => [candidate.toLowerCase(), candidate]));
  const wanted = name.toLowerCase();
  const nearest = closest(wanted, [...byLowerCase.keys()]);
  return distance(wanted, nearest) <= Math.ceil(name.length / 3) ? byLowerCase.get(nearest) : undefined;
}
