import type { Explanation } from '@seatrial/compiler';
import { isAlias, isMap, isSeq, type ParsedNode } from 'yaml';
import type { Problem } from './problem.ts';
import type { Reading } from './reading.ts';

export const badMerge: Explanation = {
  code: 'SEA3216',
  title: 'A merge key merges something that is no mapping, or mappings that overlap',
  meaning:
    'The value of "<<" is a mapping, an alias of one, or a list of these; kustomize refuses anything else, ' +
    'and where several mappings give a key, it takes other values than YAML says, or loses some.',
  fix: 'Point the alias to a mapping; merge one mapping only where several give the same key.',
};

/** What is wrong with the value of a `<<`. */
export function mergeProblem(
  value: ParsedNode | null,
  { anchors }: Reading,
  offset: number,
): Problem | undefined {
  const sources = isSeq(value) ? (value.items as (ParsedNode | null)[]) : [value];
  if (sources.every((source) => isMap(source) || (isAlias(source) && anchors.mayMerge(source.source))))
    return undefined;
  return {
    rule: badMerge,
    offset,
    sentence: 'The merge key << has a value that is no mapping.',
    hint: 'Give it a mapping, an alias of a mapping, or a list of these.',
  };
}

/**
 * What is wrong with several sources of one `<<`: where they give the same key, or were merged themselves, kustomize loses
 * keys of theirs. Seen with kustomize 5.7.
 */
export function mergeConflict(
  sources: readonly object[],
  { merged }: Reading,
  offset: number,
): Problem | undefined {
  if (sources.some((source) => merged.has(source)))
    return conflictAt(offset, 'merges several mappings, and one of them has a merge key itself');
  const given = new Set<string>();
  for (const source of sources) {
    for (const key of Object.keys(source)) {
      if (given.has(key)) return conflictAt(offset, `takes "${key}" from several mappings`);
      given.add(key);
    }
  }
  return undefined;
}

function conflictAt(offset: number, what: string): Problem {
  return {
    rule: badMerge,
    offset,
    sentence: `The merge key << ${what}; kustomize then takes other values than YAML says, or loses some.`,
    hint: 'Merge one mapping only, or write the keys out.',
  };
}
