import type { Explanation } from '@seatrial/compiler';
import type { ParsedNode, Scalar } from 'yaml';
import { isScalar } from 'yaml';
import type { Problem } from './problem.ts';

export const parserDoubt: Explanation = {
  code: 'SEA3221',
  title: 'YAML parsers read this text differently',
  meaning:
    'The YAML parser of Go, which kustomize and kubectl use, departs from the YAML specification here: the cluster gets another value than other ' +
    'tools see.',
  fix: 'Write the value in the plain form that the finding names.',
};

/** A key of a mapping in which the colon is missing: nothing to some readers, an empty text to kustomize. */
export function missingValue(key: ParsedNode): Problem {
  return {
    rule: parserDoubt,
    offset: key.range[0],
    sentence: `The key ${isScalar(key) ? String(key.value) : 'here'} has no colon, and kustomize takes it for a key with an empty text.`,
    hint: 'Write a colon and the value behind it.',
  };
}

/** Whether a node is a plain text that Go takes for the start of a key inside brackets. */
export function startsLikeAKey(node: unknown): node is Scalar.Parsed {
  return isScalar(node) && node.type === 'PLAIN' && /^[?:]/.test(String(node.value));
}

/** `[?a]` and `{"a"::1}`: a question mark or a colon begins a key or a value in Go wherever brackets are open. */
export function keyLikeText({ range }: Scalar.Parsed): Problem {
  return {
    rule: parserDoubt,
    offset: range[0],
    sentence:
      'A text inside brackets begins with a question mark or a colon, which kustomize and kubectl take for a key or refuse.',
    hint: 'Put the text into quotes.',
  };
}

/**
 * Block texts that kustomize changes when it writes them: a folded one with indented lines, and one that keeps its blank
 * lines (`|+`) in front of a comment. Seen with kustomize 5.7.
 */
export function blockProblem({ type, value, range }: Scalar.Parsed, text: string): Problem | undefined {
  const problem = { rule: parserDoubt, offset: range[0], severity: 'warning' } as const;
  if (type === 'BLOCK_FOLDED' && /^[ \t]/m.test(String(value))) {
    return {
      ...problem,
      sentence: 'kustomize adds blank lines to a folded text (>) in which lines are indented.',
      hint: 'Write it with | in place of >, and with the line ends that are meant.',
    };
  }
  if (/^[|>][1-9]?\+/.test(text.slice(range[0], range[0] + 3)) && /^\s*#/.test(text.slice(range[1]))) {
    return {
      ...problem,
      sentence: 'kustomize adds a blank line to a text that keeps its blank lines (+) in front of a comment.',
      hint: 'Move the comment to another place.',
    };
  }
  return undefined;
}
