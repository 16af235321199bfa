import { quoted } from './quoted.ts';

/**
 * One line of YAML for a scalar (of a map's value, a list's element or a map's key).
 * A string is left plain only where every reader, YAML 1.1 or 1.2, takes it for that string.
 */
export function scalar(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return isPlain(value) ? value : quoted(value);
    case 'number':
      return numeral(value);
    case 'boolean':
      return value ? 'true' : 'false';
    default:
      if (value === null) return 'null';
      throw new TypeError(`${typeof value} has no form in YAML`);
  }
}

/** A YAML 1.1 reader takes `1e+21` for a string: an exponent needs a point before it. */
function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} has no form in YAML`);
  const text = JSON.stringify(value);
  return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text;
}

/** Starts with no indicator, ends with no colon or space, and holds neither `: ` nor ` #` nor anything unprintable. */
const plainShape =
  /^(?:[^\s\-?:,[\]{}#&*!|>'"%@`=~<\p{C}\p{Z}]|-(?=[^\s-])|--(?=[\w]))(?:[^\p{C}\p{Z}:#]| (?!#)|:(?! |$)|(?<! )#)*(?<! )$/u;

/** What YAML 1.1 or 1.2 reads as null, a boolean, a number, a date or a merge key. Sources: yaml.org/type, YAML 1.2.2 chapter 10. */
const otherTypes = new RegExp(
  [
    '^(?:null|true|false|yes|no|on|off|y|n)$',
    '^[-+]?(?:0x[\\da-f_]+|0b[01_]+|0o[0-7_]+|[\\d_,]+)$',
    '^[-+]?[\\d_]*(?:\\.[\\d_]*)?(?:e[-+]?[\\d_]+)?$',
    '^[-+]?\\d[\\d_]*(?::[0-5]?\\d)+(?:\\.[\\d_]*)?$',
    '^[-+]?\\.?(?:inf|infinity|nan)$',
    '^\\d{4}-\\d{1,2}-\\d{1,2}(?:$|[t\\s])',
  ].join('|'),
  'i',
);

const memory = new Map<string, boolean>();

/** Keys and values repeat thousands of times in a fleet: short ones are remembered. */
function isPlain(text: string): boolean {
  const known = memory.get(text);
  if (known !== undefined) return known;
  const plain = plainShape.test(text) && !otherTypes.test(text);
  if (text.length < 64 && memory.size < 10_000) memory.set(text, plain);
  return plain;
}
