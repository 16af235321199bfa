import type { Explanation } from '@seatrial/compiler';
import type { Problem } from './problem.ts';

export const badEscape: Explanation = {
  code: 'SEA3220',
  title: 'A text holds an escape that Go does not read, or reads differently',
  meaning:
    'JSON allows "\\/" and characters as two surrogate halves ("\\ud83d\\ude00") inside double quotes. The YAML parser of kustomize and kubectl, which ' +
    'also reads JSON files, refuses both.',
  fix: 'Write the character itself: / or 😀.',
};

/** What Go makes of the escapes in a double-quoted text. Source: `yaml_parser_scan_flow_scalar` in go-yaml. */
export function escapeProblem(
  text: string,
  [start, end]: readonly [number, number, number],
): Problem | undefined {
  const source = text.slice(start, end);
  if (!source.includes('\\')) return undefined;
  const broken = /(?<!\\)(?:\\\\)*\\\r?\n[ \t]*\r?\n/.exec(source);
  if (broken !== null) return brokenLine(start + broken.index);
  for (const { index, 0: found } of source.matchAll(
    /\\(?:\\|\/|u[dD][89a-fA-F][0-9a-fA-F]{2}|U0000[dD][89a-fA-F][0-9a-fA-F]{2})/g,
  )) {
    if (found === '\\\\') continue;
    return {
      rule: badEscape,
      offset: start + index,
      sentence:
        found === '\\/'
          ? 'The escape \\/ is JSON, which kustomize and kubectl refuse to read.'
          : `The escape ${found} is half of a character, which kustomize and kubectl refuse.`,
      hint:
        found === '\\/'
          ? 'Write / without the backslash.'
          : 'Write the character itself, or its code point as \\U and eight digits.',
    };
  }
  return undefined;
}

/** An escaped line end with an empty line behind it: Go keeps the empty line, `yaml` does not. */
function brokenLine(offset: number): Problem {
  return {
    rule: badEscape,
    offset,
    sentence:
      'A line that ends with a backslash is followed by an empty one, which kustomize reads as a line end and others do not.',
    hint: 'Write \\n for a line end, and leave the empty line out.',
  };
}
