import { isRecord } from '../../src/json/is-record.ts';
import { appendPointer } from '../../src/json/json-pointer.ts';

type Json = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** A good object with one thing changed. */
export interface Mutation {
  /** What was done and where, for people: `drop /spec/replicas`. */
  readonly title: string;
  readonly object: Json;
}

const gone = Symbol('gone');
const unchanged = new Set<string | number>(['apiVersion', 'kind', 'metadata']);

/**
 * Every field of an object dropped, and every value replaced by those that go wrong most: another type, an empty one, one
 * that is too long, negative, huge, or there twice.
 *
 * @param within JSON pointers: only what stands at or below one of them is changed. None: everything.
 */
export function systematicMutations(object: Json, within: readonly string[]): readonly Mutation[] {
  return placesOf(object)
    .map(([path, value]) => [path, path.reduce<string>(appendPointer, ''), value] as const)
    .filter(([, pointer]) => within.length === 0 || within.some((one) => `${pointer}/`.startsWith(`${one}/`)))
    .flatMap(([path, pointer, value]) =>
      [['drop', gone] as const, ...replacementsOf(value)].map(([what, other]) => ({
        title: `${what} ${pointer}`,
        object: withValue(object, path, other) as Json,
      })),
    );
}

function replacementsOf(value: unknown): readonly (readonly [what: string, value: unknown])[] {
  if (typeof value === 'string')
    return [
      ['empty', ''],
      ['capital and underscore', 'Not_A.name'],
      ['space', 'a b'],
      ['64 characters', 'x'.repeat(64)],
      ['254 characters', 'x'.repeat(254)],
      ['path', '../a'],
      ['number', 5],
      ['list', ['a']],
    ];
  if (typeof value === 'number')
    return [
      ['negative', -1],
      ['zero', 0],
      ['huge', 2_147_483_647],
      ['above int32', 2_147_483_648],
      ['fraction', 1.5],
      ['text', 'a'],
      ['numeric text', '5'],
    ];
  if (typeof value === 'boolean')
    return [
      ['opposite', !value],
      ['text', 'true'],
    ];
  if (Array.isArray(value))
    return [
      ['empty', []],
      ['doubled', [...(value as unknown[]), ...(value.slice(0, 1) as unknown[])]],
      ['mapping', {}],
      ['text', 'a'],
    ];
  return [
    ['empty', {}],
    ['list', []],
    ['text', 'a'],
  ];
}

/** Every place in an object but those without which it is no object of its kind. */
function placesOf(value: unknown, path: Path = []): readonly (readonly [Path, unknown])[] {
  const below = Array.isArray(value)
    ? value.flatMap((item, at) => placesOf(item, [...path, at]))
    : isRecord(value)
      ? Object.entries(value).flatMap(([key, child]) => placesOf(child, [...path, key]))
      : [];
  const isKept = path.length === 0 || (path.length === 1 && unchanged.has(path[0] ?? ''));
  return isKept ? below : [[path, value], ...below];
}

function withValue(node: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node)) {
    const items = node.map((item, at) => (at === key ? withValue(item, rest, value) : (item as unknown)));
    return items.filter((item) => item !== gone);
  }
  const entries = Object.entries(node as Json).map(
    ([name, child]) => [name, name === key ? withValue(child, rest, value) : child] as const,
  );
  return Object.fromEntries(entries.filter(([, child]) => child !== gone));
}
