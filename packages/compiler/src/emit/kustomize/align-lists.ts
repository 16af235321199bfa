import { jsonEqual } from './json-equal.ts';

type Element = Readonly<Record<string, unknown>>;

/** Which elements of two lists are the same one: indices into the first and the second list, ascending. */
export interface Alignment {
  readonly kept: readonly (readonly [number, number])[];
  readonly removed: readonly number[];
  readonly added: readonly number[];
}

/** What tells the elements of Kubernetes lists apart; the first that every element has, each its own, is used. */
const identities = [
  'name',
  'mountPath',
  'containerPort',
  'port',
  'host',
  'path',
  'key',
  'alert',
  'type',
  'id',
] as const;

/**
 * Aligns by identity where both lists have one, share some, and keep the order of what they share; otherwise by position
 * between the equal elements at the start and at the end.
 */
export function alignLists(from: readonly Element[], to: readonly Element[]): Alignment {
  return alignByIdentity(from, to) ?? alignByPosition(from, to);
}

function alignByIdentity(from: readonly Element[], to: readonly Element[]): Alignment | undefined {
  const identity = identities.find((key) => identifies(from, key) && identifies(to, key));
  if (identity === undefined) return undefined;
  const positions = new Map(from.map((element, index) => [element[identity], index]));
  const kept: [number, number][] = [];
  const added: number[] = [];
  for (const [index, element] of to.entries()) {
    const old = positions.get(element[identity]);
    if (old === undefined) added.push(index);
    else if (old < (kept.at(-1)?.[0] ?? 0)) return undefined;
    else kept.push([old, index]);
  }
  if (kept.length === 0) return undefined;
  const stays = new Set(kept.map(([old]) => old));
  return { kept, removed: from.flatMap((_, index) => (stays.has(index) ? [] : [index])), added };
}

function identifies(elements: readonly Element[], key: string): boolean {
  const values = elements.map((element) => element[key]);
  return (
    values.every((value) => typeof value === 'string' || typeof value === 'number') &&
    new Set(values).size === values.length
  );
}

function alignByPosition(from: readonly Element[], to: readonly Element[]): Alignment {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && jsonEqual(from[start], to[start])) start += 1;
  let end = 0;
  while (end < shorter - start && jsonEqual(from.at(-1 - end), to.at(-1 - end))) end += 1;
  const middle = Math.max(start, shorter - end);
  const kept = [
    ...range(0, middle).map((index) => [index, index] as const),
    ...range(0, end).map((index) => [from.length - end + index, to.length - end + index] as const),
  ];
  return { kept, removed: range(middle, from.length - end), added: range(middle, to.length - end) };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
