import type { Problem } from './problem.ts';
import { notYaml } from './syntax.ts';

/** A text in single quotes that `yaml` lets end with a doubled quote, which ends no text. */
export function quoteProblem(
  text: string,
  [start, end]: readonly [number, number, number],
): Problem | undefined {
  if (/^'(?:[^']|'')*'$/.test(text.slice(start, end))) return undefined;
  return {
    rule: notYaml,
    offset: start,
    sentence: "The text in single quotes does not end: '' is a quote inside it.",
    hint: 'Write one more quote at its end, or take one away.',
  };
}
