import type { Explanation } from '@seatrial/compiler';
import type { Problem } from './problem.ts';

export const badCharacter: Explanation = {
  code: 'SEA3202',
  title: 'A file holds a character that YAML does not allow, or that nobody sees',
  meaning:
    'Control characters, halves of surrogate pairs and line ends of other systems are refused by the YAML parser that Kubernetes uses, or change ' +
    'where a line ends. An invisible mark inside a text becomes part of it.',
  fix: 'Delete the character, or write it as an escape inside double quotes: "\\x07".',
};

/** Text without the marks that are read as marks: at the start of the file, and of what kustomize cuts off at `\n---`. */
export function withoutMarks(text: string): string {
  if (!text.includes('\ufeff')) return text;
  return text.replace(/^\ufeff/, '').replace(/((?:^|\n)(?!---).*\n---[ \t]*(?:#.*)?\r?\n)\ufeff/g, '$1');
}

/** What is wrong with the raw characters of a text; at most one problem of each sort. */
export function characterProblems(text: string): readonly Problem[] {
  const first = suspect.exec(text);
  if (first === null) return [];
  const problems: Problem[] = [];
  for (const { words, form } of sorts) {
    const match = form.exec(text);
    if (match !== null) problems.push({ rule: badCharacter, offset: match.index, ...words(match[0]) });
  }
  return problems;
}

type Words = Pick<Problem, 'sentence' | 'hint' | 'severity'>;

// oxlint-disable-next-line no-control-regex -- these are the characters that are looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/;
const oldMac = /\r(?!\n)/;
const otherBreak = /[\u0085\u2028\u2029]/;
const markAtStart = /(?<=^|\n)\ufeff/;
const mark = /(?<!^|\n)\ufeff/;
const suspect = new RegExp([control, oldMac, otherBreak, /\ufeff/].map(({ source }) => source).join('|'));

const sorts: readonly { readonly form: RegExp; readonly words: (found: string) => Words }[] = [
  {
    form: control,
    words: (found) => ({
      sentence: `The file holds the control character ${codePoint(found)}.`,
      hint: 'Delete it, or write it as an escape inside double quotes.',
    }),
  },
  {
    form: oldMac,
    words: () => ({
      sentence: 'A line ends with a carriage return alone, as on old Macs.',
      hint: 'Save the file with the line ends of Unix (LF) or Windows (CRLF).',
    }),
  },
  {
    form: otherBreak,
    words: (found) => ({
      sentence: `The file holds ${codePoint(found)}, which kustomize reads as the end of a line and other tools as text.`,
      hint: 'Delete it, or write it as an escape inside double quotes: "\\L" for U+2028, "\\P" for U+2029, "\\N" for U+0085.',
    }),
  },
  {
    form: markAtStart,
    words: () => ({
      sentence:
        'The invisible byte order mark U+FEFF stands at the start of a line, where it becomes part of a key or a text.',
      hint: 'Delete it; it often comes from files that were joined or pasted.',
    }),
  },
  {
    form: mark,
    words: () => ({
      severity: 'warning',
      sentence:
        'The invisible byte order mark U+FEFF stands inside the file, where it becomes part of a text.',
      hint: 'Delete it; it often comes from files that were joined or pasted.',
    }),
  },
];

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
