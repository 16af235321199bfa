import { goNumber } from './go-number.ts';
import { goQuote } from './go-quote.ts';

/** What OPA makes of the arguments of sprintf; anything that is neither a number nor a text comes as Rego text. */
export type Argument =
  | { readonly type: 'int'; readonly value: bigint }
  | { readonly type: 'float64'; readonly value: number }
  | { readonly type: 'string'; readonly value: string };

/** `%-8.3f` in parts. */
export interface Directive {
  readonly verb: string;
  readonly left: boolean;
  readonly plus: boolean;
  readonly sharp: boolean;
  readonly space: boolean;
  readonly zero: boolean;
  /** 0 where none is given. */
  readonly width: number;
  readonly precision?: number;
}

const plainly = { verb: 'v', left: false, plus: false, sharp: false, space: false, zero: false, width: 0 };

/** `int=2`, as Go names an argument that it could not use; with the width that it would have had. */
export function typeAndValue(argument: Argument, directive: Directive = plainly): string {
  return `${argument.type}=${formatArgument(argument, { ...directive, verb: 'v' })}`;
}

export function formatArgument(argument: Argument, given: Directive): string {
  // For %v the plus sign asks for the names of fields, of which there are none.
  const directive = given.verb === 'v' ? { ...given, plus: false } : given;
  if (directive.verb === 'T') return pad(argument.type, directive);
  const text =
    argument.type === 'string'
      ? formatText(argument.value, directive)
      : argument.type === 'int'
        ? formatInt(argument.value, directive)
        : formatFloat(argument.value, directive);
  return text ?? `%!${directive.verb}(${typeAndValue(argument, directive)})`;
}

function formatText(value: string, directive: Directive): string | undefined {
  const { verb, precision, sharp } = directive;
  const cut = precision === undefined ? value : [...value].slice(0, precision).join('');
  switch (verb) {
    case 'v':
      return pad(sharp ? goQuote(cut) : cut, directive);
    case 's':
      return pad(cut, directive);
    case 'q':
      return pad(sharp && !/[`\p{Cc}]/u.test(cut) ? `\`${cut}\`` : goQuote(cut), directive);
    case 'x':
    case 'X': {
      const bytes = Buffer.from(value).subarray(0, precision);
      const hex = `${sharp && bytes.length > 0 ? '0x' : ''}${bytes.toString('hex')}`;
      return pad(verb === 'X' ? hex.toUpperCase() : hex, directive);
    }
    default:
      return undefined;
  }
}

const radixes: Readonly<Record<string, number>> = { v: 10, d: 10, b: 2, o: 8, O: 8, x: 16, X: 16 };
const prefixes: Readonly<Record<string, string>> = { b: '0b', o: '0', x: '0x', X: '0X' };

function formatInt(value: bigint, directive: Directive): string | undefined {
  const { verb, sharp, precision } = directive;
  if (verb === 'c' || verb === 'q' || verb === 'U') return formatCharacter(value, directive);
  const radix = radixes[verb];
  if (radix === undefined) return undefined;
  const digits = (value < 0n ? -value : value).toString(radix).padStart(precision ?? 0, '0');
  const prefix = verb === 'O' ? '0o' : sharp ? (prefixes[verb] ?? '') : '';
  return padNumber(value < 0n, prefix + (verb === 'X' ? digits.toUpperCase() : digits), directive);
}

function formatCharacter(value: bigint, directive: Directive): string {
  const code = value >= 0n && value <= 0x10_ff_ffn ? Number(value) : 0xff_fd;
  if (directive.verb === 'U') return pad(`U+${value.toString(16).toUpperCase().padStart(4, '0')}`, directive);
  const character = String.fromCodePoint(code);
  if (directive.verb === 'c') return pad(character, directive);
  return pad(character === "'" ? String.raw`'\''` : `'${goQuote(character).slice(1, -1)}'`, directive);
}

function formatFloat(value: number, directive: Directive): string | undefined {
  const { verb, precision } = directive;
  const size = Math.abs(value);
  const digits = (): string | undefined => {
    switch (verb) {
      case 'v':
      case 'g':
      case 'G':
        return precision === undefined ? goNumber(size) : goExponent(shortened(size, precision));
      case 'e':
      case 'E':
        return goExponent(size.toExponential(precision ?? 6));
      case 'f':
      case 'F':
        return toFixed(size, precision ?? 6);
      default:
        return undefined;
    }
  };
  const text = digits();
  if (text === undefined) return undefined;
  return padNumber(value < 0, /[EG]/.test(verb) ? text.toUpperCase() : text, directive);
}

/** JavaScript changes to an exponent at 1e21, from where on a float has no digits behind the point. */
function toFixed(value: number, digits: number): string {
  if (value < 1e21) return value.toFixed(Math.min(digits, 100));
  return `${BigInt(value)}${digits > 0 ? `.${'0'.repeat(digits)}` : ''}`;
}

/** `%.3g`: that many digits, without zeros at the end. */
function shortened(value: number, precision: number): string {
  const rounded = Number(value.toPrecision(Math.min(Math.max(precision, 1), 100)));
  const power = rounded === 0 ? 0 : Math.floor(Math.log10(rounded));
  return power < -4 || power >= Math.max(precision, 1) ? rounded.toExponential() : String(rounded);
}

/** Go writes exponents with a sign and at least two digits. */
function goExponent(text: string): string {
  return text.replace(
    /e([-+]?)(\d+)$/,
    (_, sign: string, power: string) => `e${sign || '+'}${power.padStart(2, '0')}`,
  );
}

function padNumber(negative: boolean, digits: string, directive: Directive): string {
  const sign = negative ? '-' : directive.plus ? '+' : directive.space ? ' ' : '';
  // A precision says how many zeros there are, so the flag 0 does not.
  if (directive.zero && directive.precision === undefined)
    return sign + digits.padStart(directive.width - sign.length, '0');
  return pad(sign + digits, { ...directive, zero: false });
}

function pad(text: string, { width, left, zero }: Directive): string {
  const missing = width - [...text].length;
  if (missing <= 0) return text;
  return left ? text + ' '.repeat(missing) : (zero ? '0' : ' ').repeat(missing) + text;
}
