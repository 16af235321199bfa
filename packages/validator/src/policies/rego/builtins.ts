import { goFormat } from './go-format.ts';
import type { Argument } from './go-argument.ts';
import { parseRego } from './parse-rego.ts';
import { isFloat, printNumber, printRego } from './print-rego.ts';
import type { RegoValue } from './rego-value.ts';
import { sharedBuiltins } from './shared-builtins.ts';

/** A built-in of Rego that OPA's WebAssembly leaves to its host. Undefined: it is undefined for these operands. */
export type Builtin = (...operands: readonly never[]) => unknown;

/**
 * Every built-in that a policy may call beside those that its WebAssembly brings. A policy that calls another one is not
 * evaluated: nothing is ever made up. Those named `seatrial.` stand in for others (tools/guests/rego-compiler, exact.go and
 * regex.go); they take their last operand as the Rego text of a list of one, and a pattern as JavaScript reads it.
 */
export const builtins: Readonly<Record<string, Builtin>> = {
  ...sharedBuiltins,
  'seatrial.sprintf'(format: string, text: string) {
    const given = onlyItem(text);
    return given.type === 'array' ? goFormat(format, given.items.map(argumentOf)) : undefined;
  },
  'seatrial.concat'(delimiter: string, text: string) {
    const given = onlyItem(text);
    if (given.type !== 'array' && given.type !== 'set') return undefined;
    const texts = given.items.flatMap((item) => (item.type === 'string' ? [item.value] : []));
    return texts.length === given.items.length ? texts.join(delimiter) : undefined;
  },
  'seatrial.regex_match': (pattern: string, text: unknown) =>
    typeof text === 'string' ? regex(pattern).test(text) : undefined,
  'seatrial.json_marshal': (text: string) => goJson(onlyItem(text)),
};

const regexes = new Map<string, RegExp>();

/** Patterns are written in policies, so there are not many. */
function regex(pattern: string): RegExp {
  const known = regexes.get(pattern) ?? new RegExp(pattern, 'u');
  regexes.set(pattern, known);
  return known;
}

function onlyItem(text: string): RegoValue {
  const list = parseRego(text);
  const [item] = list.type === 'array' ? list.items : [];
  if (item === undefined) throw new Error(`Not a list of one: ${text}`);
  return item;
}

/** Source: OPA, v1/topdown/strings.go (builtinSprintf). */
function argumentOf(value: RegoValue): Argument {
  if (value.type === 'string') return value;
  if (value.type !== 'number') return { type: 'string', value: printRego(value) };
  return isFloat(value.text)
    ? { type: 'float64', value: Number(value.text) }
    : { type: 'int', value: BigInt(value.text) };
}

/** JSON as Go writes it: a set is a list, and what means something in HTML is escaped. */
function goJson(value: RegoValue): string {
  switch (value.type) {
    case 'string':
      return goJsonText(value.value);
    case 'number':
      return printNumber(value.text);
    case 'array':
    case 'set':
      return `[${value.items.map(goJson).join(',')}]`;
    case 'object':
      return `{${value.entries.map(([key, item]) => `${keyText(key)}:${goJson(item)}`).join(',')}}`;
    default:
      return printRego(value);
  }
}

function keyText(key: RegoValue): string {
  return goJsonText(key.type === 'string' ? key.value : printRego(key));
}

function goJsonText(text: string): string {
  return JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.codePointAt(0)?.toString(16).padStart(4, '0')}`,
  );
}
