import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { textAt } from '../../src/json/fields.ts';
import { isRecord } from '../../src/json/is-record.ts';
import { pointerKeys } from '../../src/json/json-pointer.ts';

const folder = join(import.meta.dirname, '../admission/cases');

export type Change = Readonly<Record<string, unknown>>;

export interface Case {
  /** Kind and change, for people. */
  readonly title: string;
  readonly object: Readonly<Record<string, unknown>>;
  /** Whether an API server takes it, as its author says. */
  readonly accepted: boolean;
  /** JSON pointers to what the change changed; none for the good object itself. */
  readonly changedAt: readonly string[];
}

interface Written {
  readonly good: Readonly<Record<string, unknown>>;
  readonly accepted?: readonly Change[];
  readonly refused?: readonly Change[];
}

/** Every object of the folder `admission/cases`: the good ones, and each change of them. */
export function admissionCases(): readonly Case[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => (parse(readFileSync(join(folder, name), 'utf8')) as Written[]).flatMap(casesOf));
}

function casesOf({ good, accepted = [], refused = [] }: Written): readonly Case[] {
  const one = (change: Change, isGood: boolean): Case => ({
    title: `${String(good['kind'])} ${JSON.stringify(change)}`,
    object: changed(good, change),
    accepted: isGood,
    changedAt: Object.keys(change),
  });
  return [
    one({}, true),
    ...accepted.map((change) => one(change, true)),
    ...refused.map((change) => one(change, false)),
  ];
}

/** Kind and name of an object. */
export function identityOf(object: Readonly<Record<string, unknown>>): string {
  return `${String(object['kind'])} ${textAt(object, 'metadata', 'name')}`;
}

/** A copy of an object with other values at JSON pointers; the text "(none)" removes the field. */
export function changed(
  object: Readonly<Record<string, unknown>>,
  change: Change,
): Readonly<Record<string, unknown>> {
  const copy = structuredClone(object);
  for (const [pointer, value] of Object.entries(change)) {
    const keys = [...pointerKeys(pointer)];
    const last = keys.pop() ?? '';
    const parent = keys.reduce<unknown>(step, copy);
    if (Array.isArray(parent)) parent[Number(last)] = value;
    else if (!isRecord(parent)) throw new Error(`${pointer} leads nowhere in ${JSON.stringify(object)}`);
    else if (value === '(none)') delete (parent as Record<string, unknown>)[last];
    else (parent as Record<string, unknown>)[last] = value;
  }
  return copy;
}

function step(node: unknown, key: string): unknown {
  if (Array.isArray(node)) return node[Number(key)];
  if (!isRecord(node)) return undefined;
  // What a change is about may not be there yet.
  return ((node as Record<string, unknown>)[key] ??= {});
}
