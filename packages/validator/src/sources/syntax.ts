import type { Explanation } from '@seatrial/compiler';
import type { YAMLParseError } from 'yaml';
import { conflictProblem } from './conflict-markers.ts';
import type { Problem } from './problem.ts';
import { templateProblem } from './unrendered-template.ts';
import { tabIndent } from './tabs.ts';
import { lostDocument } from './separators.ts';

export const notYaml: Explanation = {
  code: 'SEA3203',
  title: 'A file is not YAML',
  meaning:
    'The text cannot be parsed from the place that the finding names on; nothing of the document is checked.',
  fix: 'Look at the line that is named and the one above it: a missing quote, bracket or colon, or an indentation that does not match.',
};

/** What a parse error means, in words for the person who wrote the text. */
export function syntaxProblem(text: string, error: YAMLParseError): Problem {
  const offset = Math.min(error.pos[0], Math.max(text.length - 1, 0));
  return (
    conflictProblem(text) ??
    templateProblem(text, offset) ??
    secondValue(text, error, offset) ??
    tabProblem(text, error, offset) ?? { rule: notYaml, offset, ...wordsOf(error) }
  );
}

function secondValue(text: string, { message }: YAMLParseError, offset: number): Problem | undefined {
  if (!/^Unexpected .* at node end/.test(message) || !/^[{[]/.test(text.slice(offset))) return undefined;
  return {
    rule: lostDocument,
    offset,
    sentence: 'A second value follows without a document separator; tools that read only the first lose it.',
    hint: 'Put a line "---" between the two, or put them into a List.',
  };
}

function tabProblem(text: string, { code }: YAMLParseError, offset: number): Problem | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  if (code !== 'TAB_AS_INDENT' && !indent.includes('\t')) return undefined;
  return tabIndent(indent.includes('\t') ? start + indent.indexOf('\t') : offset);
}

type Words = Pick<Problem, 'sentence' | 'hint'>;

function wordsOf({ code, message }: YAMLParseError): Words {
  return (
    byCode[code]?.(message) ?? {
      // The parser leaves a word open: "Missing closing 'quote".
      sentence: `The text cannot be read as YAML here: ${message.replace(/^Missing closing (['"])quote$/, 'the closing $1 is missing')}.`,
      hint: 'Correct the line, or the one above it.',
    }
  );
}

const byCode: Partial<Record<YAMLParseError['code'], (message: string) => Words>> = {
  BLOCK_AS_IMPLICIT_KEY: () => ({
    sentence: 'A key with a value of its own stands on the line of another key.',
    hint: 'Put quotes around a value that holds ": ", or begin the inner key on a line of its own.',
  }),
  MULTILINE_IMPLICIT_KEY: () => ({
    sentence: 'A line has no colon behind its key, or a text runs on over the end of its line.',
    hint: 'Write "key: value", or indent the line below the key that it belongs to.',
  }),
  BAD_INDENT: () => ({
    sentence: 'The line is indented unlike the ones that it belongs to.',
    hint: 'Give all keys and items of one mapping or list the same indentation.',
  }),
  BAD_SCALAR_START: (message) => ({
    sentence: `${message}.`,
    hint: 'Put the value into quotes.',
  }),
  BAD_DQ_ESCAPE: (message) => ({
    sentence: `${message} inside double quotes.`,
    hint: 'Double the backslash, or use single quotes.',
  }),
  KEY_OVER_1024_CHARS: () => ({
    sentence: 'A key is longer than 1024 characters.',
    hint: 'Kubernetes has no key longer than 253; a quote may be missing.',
  }),
};
