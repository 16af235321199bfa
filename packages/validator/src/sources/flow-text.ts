import { isScalar, type ParsedNode } from 'yaml';
import { parserDoubt } from './parser-doubt.ts';
import type { Problem } from './problem.ts';

/** Whether a key has nothing behind it where kustomize makes an empty text of nothing: inside brackets, or without a colon. */
export function lacksValue(value: ParsedNode | null, flow: boolean | undefined): boolean {
  if (value === null) return true;
  const isEmpty = isScalar(value) && value.type === 'PLAIN' && value.value === '';
  return flow === true && isEmpty && value.anchor === undefined && value.tag === undefined;
}

export function missingValue(key: ParsedNode): Problem {
  return {
    rule: parserDoubt,
    offset: key.range[0],
    sentence: `The key ${isScalar(key) ? String(key.value) : 'here'} has no value, and kustomize gives it an empty text.`,
    hint: 'Write the value behind the colon: null, "", or what is meant.',
  };
}

/** What Go makes of a text without quotes inside brackets: `[?a]`, `{"a"::1}`, `[a? b]`. */
export function flowTextProblem(node: unknown, text: string): Problem | undefined {
  if (!isScalar(node) || node.type !== 'PLAIN') return undefined;
  const [start, end] = node.range ?? [0, 0, 0];
  if (start === end || !/^-?[?:]|\?\s/.test(text.slice(start, end + 1))) return undefined;
  return {
    rule: parserDoubt,
    offset: start,
    sentence:
      'A text inside brackets has a question mark or a colon where kustomize and kubectl take it for a key or refuse it.',
    hint: 'Put the text into quotes.',
  };
}

/** `[a:]` and `{a:, b: c}`: without a space the colon is a part of the text in Go. */
export function flowKeyProblem(key: ParsedNode, text: string): Problem | undefined {
  const [, end] = key.range;
  if (!isScalar(key) || key.type !== 'PLAIN' || !/^:[,\]}]/.test(text.slice(end, end + 2))) return undefined;
  return {
    rule: parserDoubt,
    offset: key.range[0],
    sentence: `The colon behind ${String(key.value)} has no space behind it, so kustomize reads it as a part of the text.`,
    hint: 'Write a space and a value behind the colon.',
  };
}
