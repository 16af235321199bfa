import { createHash } from 'node:crypto';
import type { RemoteRead } from './remote-reads.ts';

/** An entry of the fake provider of External Secrets. Source: its `FakeProviderData`. */
export interface FakeData {
  readonly key: string;
  readonly value: string;
  readonly version?: string;
}

/** Nested fields, or a value. */
type Value = string | { [field: string]: Value };

/**
 * An answer to everything that is read of stores of one name: each key once, with every property that somebody asks
 * for. Values are plainly made up, and the same in every rehearsal.
 */
export function madeUpData(reads: readonly RemoteRead[]): FakeData[] {
  const byKey = Map.groupBy(reads, ({ key, version }) => JSON.stringify([key, version ?? '']));
  return [...byKey]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([, same]) =>
      same.slice(0, 1).map(({ key, version }) => ({
        key,
        value: valueOf(same),
        ...(version === undefined ? {} : { version }),
      })),
    );
}

function valueOf(reads: readonly RemoteRead[]): string {
  const [first] = reads;
  if (first !== undefined && reads.every(({ isMap, property }) => !isMap && property === undefined))
    return madeUp(first);
  const fields: Record<string, Value> = {};
  for (const read of reads) {
    const path = (read.property ?? '').split(/(?<!\\)\./).map((part) => part.replaceAll('\\', ''));
    if (!read.isMap) put(fields, path, madeUp(read));
    else
      for (const [field, value] of mapOf(read))
        put(fields, read.property === undefined ? [field] : [...path, field], value);
  }
  return JSON.stringify(fields);
}

/** Fields of a value that is read as a whole: those that pods name, and Argo CD's two for a repository. */
function mapOf(read: RemoteRead): (readonly [string, string])[] {
  const known = read.isRepository ? ['username', 'password'] : read.wanted;
  const fields = known.length === 0 ? ['SEATRIAL_REHEARSAL'] : known;
  return fields.map((field) => [field, madeUp({ ...read, property: field })] as const);
}

function put(fields: Record<string, Value>, path: readonly string[], value: string): void {
  const [field = '', ...rest] = path;
  const inner = fields[field];
  if (rest.length === 0) fields[field] ??= value;
  else {
    const next = typeof inner === 'object' ? inner : {};
    fields[field] = next;
    put(next, rest, value);
  }
}

function madeUp({ key, property, secretKey, isBase64 }: RemoteRead): string {
  // The API server looks into a Secret of registry credentials.
  if (secretKey === '.dockerconfigjson') return '{"auths":{}}';
  const digest = createHash('sha256')
    .update(`${key}\n${property ?? ''}`)
    .digest('hex')
    .slice(0, 8);
  const value = `made-up-for-a-rehearsal-${digest}`;
  return isBase64 ? Buffer.from(value).toString('base64') : value;
}
