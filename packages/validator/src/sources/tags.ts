import type { Explanation } from '@seatrial/compiler';
import type { Problem } from './problem.ts';

export const tagged: Explanation = {
  code: 'SEA3214',
  title: 'A value carries a YAML tag',
  meaning:
    'Tags such as !!binary or !Ref tell a YAML reader to make something else of a value. kustomize decodes some and drops the rest without a word, ' +
    'so the cluster gets another value than the one that is written.',
  fix: 'Leave the tag out: quote what must be text, and write bytes as base64 text.',
};

/** A tag stands in front of the node that it is of, perhaps with an anchor between them. */
export function tagProblem(nodeOffset: number, text: string): Problem {
  const before = /(!\S*)(?:\s+(?:&\S+|#.*))*\s*$/.exec(
    text.slice(Math.max(0, nodeOffset - 1000), nodeOffset),
  );
  const tag = before?.[1] ?? '!';
  return {
    rule: tagged,
    offset: before === null ? nodeOffset : nodeOffset - before[0].length,
    sentence: `The value has the YAML tag ${tag}, which tools follow, drop or refuse as they like.`,
    hint: 'Leave the tag out, and quote what must be text.',
  };
}
