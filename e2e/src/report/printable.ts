import { stripVTControlCharacters } from 'node:util';

/** Controls but tab and line end, lone surrogates, and what turns the direction of writing around. */
const unfit = /[\p{Cc}--[\t\n]]|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Surrogate}/gv;

/**
 * Text of a log or a name as every report can hold it: no terminal sequences, and a replacement character for what neither
 * XML nor a terminal takes, or what makes a line read as another one.
 */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replaceAll('\r\n', '\n').replaceAll(unfit, '\u{FFFD}');
}

/** The same on one line. */
export function oneLine(text: string): string {
  return printable(text).replaceAll(/\s+/g, ' ').trim();
}
