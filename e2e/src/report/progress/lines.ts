import { styleText } from 'node:util';
import type { ProgressEvent } from '../../run/progress.ts';
import { duration } from '../duration.ts';
import { oneLine } from '../printable.ts';

/** Columns that a line of the terminal has at most. */
export const widest = 100;

export type Colour = (style: 'bold' | 'dim' | 'green' | 'red' | 'yellow' | 'magenta', text: string) => string;

/** How lines look: their colours, and the columns that they may take. */
export interface Look {
  readonly colour: Colour;
  readonly columns: number;
}

export const plain: Colour = (_, text) => text;
export const coloured: Colour = (style, text) => styleText(style, text, { validateStream: false });

const signs = {
  proven: ['✓', 'green'],
  disproven: ['✗', 'red'],
  timeout: ['⧗', 'yellow'],
  infrastructure: ['!', 'magenta'],
  'not proven here': ['○', 'dim'],
} as const;

/** The sign of an outcome, in its colour; the word stands beside it. */
export function signOf(outcome: string, colour: Colour): string {
  const [sign, style] = Object.hasOwn(signs, outcome)
    ? signs[outcome as keyof typeof signs]
    : (['·', 'dim'] as const);
  return colour(style, sign);
}

/** Seconds of the rehearsal, as wide on every line: ` 104.3 s`. */
function stamp(at: number): string {
  return `${(at / 1000).toFixed(1)} s`.padStart(8);
}

const indent = ' '.repeat(10);

/** A line that stays: its time, then its text, folded where it is too wide. */
export function stampedLines(at: number, text: string, { colour, columns }: Look): string {
  const [first = '', ...rest] = folded(oneLine(text), columns - indent.length);
  return [`${colour('dim', stamp(at))}  ${first}`, ...rest.map((line) => indent + line)].join('\n');
}

export function stageLine(
  { at, title }: ProgressEvent & { kind: 'stage' },
  { colour, columns }: Look,
): string {
  const [first = '', ...rest] = folded(oneLine(title), columns - indent.length);
  return [
    `${colour('dim', stamp(at))}  ${colour('bold', first)}`,
    ...rest.map((line) => indent + colour('bold', line)),
  ].join('\n');
}

/** How a claim ended, and how long it took. */
export function claimLine(
  { at, claim, outcome = 'ended' }: ProgressEvent & { kind: 'claim' },
  began: number | undefined,
  { colour, columns }: Look,
): string {
  const took = began === undefined ? '' : `  ${duration(at - began)}`;
  const [first = '', ...rest] = folded(`${outcome}  ${oneLine(claim)}${took}`, columns - indent.length - 2);
  return [
    `${colour('dim', stamp(at))}  ${signOf(outcome, colour)} ${first}`,
    ...rest.map((line) => `${indent}  ${line}`),
  ].join('\n');
}

/** Text in lines of at most `columns`, broken between words; a word that is wider than a line has one of its own. */
export function folded(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=\S)(?= )/u)) {
    if (line !== '' && line.length + word.length > columns) {
      lines.push(line);
      line = word.trimStart();
    } else line += word;
  }
  return line === '' ? lines : [...lines, line];
}
