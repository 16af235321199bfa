import { isRecord } from '../../json/is-record.ts';
import { count, exactly, text, type TemplateFunction } from './arguments.ts';
import { NotRendered, Refused } from './failures.ts';
import { formatValue } from './format.ts';
import { isStringMap } from './string-map.ts';
import { isTrue } from './truth.ts';

/** The functions of Go's text/template itself, but for `and` and `or`, which do not look at all their arguments. */
export const builtins: Readonly<Record<string, TemplateFunction>> = {
  not: (values) => !isTrue(exactly(1, values)[0]),
  eq: ([first, ...others]) => {
    if (others.length === 0) throw new Refused('eq is given one argument and wants two');
    return others.some((other) => equal(first, other));
  },
  ne: (values) => !equal(exactly(2, values)[0], values[1]),
  lt: (values) => order(values) < 0,
  le: (values) => order(values) <= 0,
  gt: (values) => order(values) > 0,
  ge: (values) => order(values) >= 0,
  len: (values) => {
    const [value] = exactly(1, values);
    if (typeof value === 'string') return BigInt(Buffer.byteLength(value));
    if (Array.isArray(value)) return BigInt(value.length);
    if (isRecord(value)) return BigInt(Object.keys(value).length);
    throw new Refused(`len of ${formatValue(value)}`);
  },
  index: ([value, ...keys]) => keys.reduce<unknown>(item, value),
  print: (values) => spaced(values),
  println: (values) => `${values.map(formatValue).join(' ')}\n`,
  printf: ([format, ...values]) => printf(text(format), values),
  urlquery: (values) => queryEscaped(spaced(values.map((value) => value ?? '<no value>'))),
};

/** Go's url.QueryEscape. */
function queryEscaped(value: string): string {
  return encodeURIComponent(value)
    .replaceAll('%20', '+')
    .replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

function equal(left: unknown, right: unknown): boolean {
  if (left === null || left === undefined || right === null || right === undefined)
    return (left ?? undefined) === (right ?? undefined);
  if (typeof left !== typeof right || typeof left === 'object')
    throw new Refused(`${formatValue(left)} and ${formatValue(right)} cannot be compared`);
  return left === right;
}

function order(values: readonly unknown[]): number {
  const [left, right] = exactly(2, values);
  if (typeof left !== typeof right || !['string', 'number', 'bigint'].includes(typeof left))
    throw new Refused(`${formatValue(left)} and ${formatValue(right)} cannot be compared`);
  return (left as string) < (right as string) ? -1 : left === right ? 0 : 1;
}

function item(value: unknown, key: unknown): unknown {
  if (isRecord(value)) {
    const name = text(key);
    return Object.hasOwn(value, name) ? value[name] : isStringMap(value) ? '' : null;
  }
  const index = count(key);
  if (typeof value === 'string') throw new NotRendered('index of a text is not rendered here');
  if (!Array.isArray(value)) throw new Refused(`index of ${formatValue(value)}`);
  if (index < 0 || index >= value.length) throw new Refused(`the list has no item ${index}`);
  return value[index];
}

/** Go's Sprint: a space between two values of which neither is a text. */
function spaced(values: readonly unknown[]): string {
  return values.reduce<string>((line, value, index) => {
    const joins = index > 0 && typeof value !== 'string' && typeof values[index - 1] !== 'string';
    return `${line}${joins ? ' ' : ''}${formatValue(value)}`;
  }, '');
}

/** The verbs that make sense for texts and numbers. */
function printf(format: string, values: readonly unknown[]): string {
  let at = 0;
  return format.replace(
    /%([-+ 0#]*)(\d*)(?:\.(\d+))?([a-zA-Z%])/g,
    (whole, flags: string, width: string, precision: string | undefined, verb: string) => {
      if (verb === '%' && whole === '%%') return '%';
      if (at >= values.length) throw new NotRendered('a printf with too few values is not rendered here');
      const value = values[at++];
      const shown = formatVerb(verb, value, precision);
      if (flags.includes('-')) return shown.padEnd(Number(width));
      return shown.padStart(Number(width), flags.includes('0') && verb === 'd' ? '0' : ' ');
    },
  );
}

function formatVerb(verb: string, value: unknown, precision: string | undefined): string {
  if (verb === 'v' && precision === undefined) return formatValue(value);
  if (verb === 's' && typeof value === 'string')
    return value.slice(0, precision === undefined ? undefined : Number(precision));
  if (verb === 'q' && typeof value === 'string') return JSON.stringify(value);
  if (verb === 'd' && typeof value === 'bigint') return String(value);
  if (verb === 'f' && typeof value === 'number') return value.toFixed(Number(precision ?? 6));
  if (verb === 't' && typeof value === 'boolean') return String(value);
  throw new NotRendered(`%${verb} of ${formatValue(value)} is not rendered here`);
}
