import { stringify } from 'yaml';
import { stableJson } from '../../json/stable-json.ts';
import { parseYaml } from '../parse-yaml.ts';
import { exactly, integer, list, map, present, text, type TemplateFunction } from './arguments.ts';
import { Refused } from './failures.ts';
import { formatValue } from './format.ts';
import { isTrue } from './truth.ts';

/** The functions of sprig for values of any kind, lists, maps and numbers. */
export const valueFunctions: Readonly<Record<string, TemplateFunction>> = {
  default: ([fallback, value]) => (isTrue(value) ? value : fallback),
  empty: ([value]) => !isTrue(value),
  coalesce: (values) => values.find(isTrue) ?? null,
  all: (values) => values.every(isTrue),
  any: (values) => values.some(isTrue),
  ternary: (values) => {
    const [yes, no, test] = exactly(3, values);
    if (typeof test !== 'boolean')
      throw new Refused(`ternary asks ${formatValue(test)}, which is no boolean`);
    return test ? yes : no;
  },
  fail: ([message]) => {
    throw new Refused(`the template stops itself: ${text(message)}`);
  },
  list: (values) => values,
  tuple: (values) => values,
  first: ([value]) => list(value)[0] ?? null,
  last: ([value]) => list(value).at(-1) ?? null,
  rest: ([value]) => list(value).slice(1),
  initial: ([value]) => list(value).slice(0, -1),
  append: ([value, item]) => [...list(value), item],
  prepend: ([value, item]) => [item, ...list(value)],
  concat: (values) => values.flatMap(list),
  has: ([item, value]) => isTrue(value) && list(value).includes(item),
  without: ([value, ...items]) => list(value).filter((item) => !items.includes(item)),
  uniq: ([value]) => [...new Set(list(value))],
  compact: ([value]) => list(value).filter(isTrue),
  reverse: ([value]) => list(value).toReversed(),
  sortAlpha: ([value]) => present(list(value)).map(formatValue).sort(),
  join: ([separator, value]) =>
    present(Array.isArray(value) ? value : [value])
      .map(formatValue)
      .join(text(separator)),
  dict: (values) =>
    Object.fromEntries(
      values.flatMap((key, at) =>
        at % 2 === 0 ? [[formatValue(key), at + 1 < values.length ? values[at + 1] : '']] : [],
      ),
    ),
  get: ([value, key]) => (Object.hasOwn(map(value), text(key)) ? map(value)[text(key)] : ''),
  hasKey: ([value, key]) => Object.hasOwn(map(value), text(key)),
  keys: (values) => values.flatMap((value) => Object.keys(map(value)).sort()),
  values: ([value]) =>
    Object.entries(map(value))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, inner]) => inner),
  pick: ([value, ...names]) =>
    Object.fromEntries(Object.entries(map(value)).filter(([key]) => names.includes(key))),
  omit: ([value, ...names]) =>
    Object.fromEntries(Object.entries(map(value)).filter(([key]) => !names.includes(key))),
  dig: (values) => {
    const path = values.slice(0, -2).map(text);
    let value = values.at(-1);
    for (const key of path) {
      const inner = map(value);
      if (!Object.hasOwn(inner, key)) return values.at(-2);
      value = inner[key];
    }
    return value;
  },
  int: ([value]) => integer(value),
  int64: ([value]) => integer(value),
  atoi: ([value]) => integer(text(value)),
  add: (values) => int64(values.map(integer).reduce((sum, value) => sum + value, 0n)),
  add1: ([value]) => int64(integer(value) + 1n),
  sub: ([left, right]) => int64(integer(left) - integer(right)),
  mul: ([first, ...others]) =>
    int64(others.map(integer).reduce((product, value) => product * value, integer(first))),
  div: ([left, right]) => integer(left) / nonzero(right),
  mod: ([left, right]) => integer(left) % nonzero(right),
  max: ([first, ...others]) =>
    others.map(integer).reduce((most, value) => (value > most ? value : most), integer(first)),
  min: ([first, ...others]) =>
    others.map(integer).reduce((least, value) => (value < least ? value : least), integer(first)),
  kindOf: ([value]) => kindOf(value),
  kindIs: ([kind, value]) => kindOf(value) === kind,
  // Go's encoder keeps what could close a tag out of its texts.
  toJson: ([value]) =>
    stableJson(value ?? null).replaceAll(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
  fromJson: ([value]) => parsed(() => JSON.parse(text(value)) as unknown),
  toYaml: ([value]) =>
    stringify(value ?? null, {
      version: '1.1',
      sortMapEntries: true,
      lineWidth: 0,
      indentSeq: false,
    }).replace(/\n$/, ''),
  fromYaml: ([value]) => map(parseYaml(text(value)) ?? {}),
  fromYamlArray: ([value]) => list(parseYaml(text(value)) ?? []),
};

/** Go's integers overflow without a word. */
const int64 = (value: bigint): bigint => BigInt.asIntN(64, value);

function nonzero(value: unknown): bigint {
  const number = integer(value);
  if (number === 0n) throw new Refused('a number is divided by zero');
  return number;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'invalid';
  if (typeof value === 'bigint') return 'int';
  if (typeof value === 'number') return 'float64';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'string';
  return Array.isArray(value) ? 'slice' : 'map';
}

function parsed(parse: () => unknown): unknown {
  try {
    return parse();
  } catch {
    throw new Refused('a text cannot be parsed');
  }
}
