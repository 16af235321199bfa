import { printable } from '../printable.ts';

/** Text that is HTML already. Only {@link html} and {@link trusted} make it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | undefined | false | readonly Part[];

/**
 * HTML from a template. Whatever is put in is escaped, for text and for quoted attributes, unless it is {@link Html};
 * lists follow each other, undefined and false are nothing.
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(
    strings
      .map((text, index) => shortened(text) + (index < parts.length ? textOf(parts[index]) : ''))
      .join(''),
  );
}

/** Indentation of a template says nothing on the page, and is half of its bytes. */
function shortened(text: string): string {
  return text.replaceAll(/\n\s*/g, '\n');
}

/** HTML that this code wrote itself. */
export function trusted(text: string): Html {
  return new Html(text);
}

function textOf(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(textOf).join('');
  return escaped(String(part));
}

/** Text between tags, where quotes may stay: a log is full of them. */
export function plainText(text: string): Html {
  return new Html(printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
}

function escaped(text: string): string {
  return plainText(text).text.replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
