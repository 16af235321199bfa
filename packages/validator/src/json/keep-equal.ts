import { isRecord } from './is-record.ts';

/**
 * The same value as `next`, made of the parts of `previous` wherever these are equal: an object that did not change is
 * then the same object as before, and what was learnt of it is found again. Both are plain JSON values and stay as they
 * are. Members of a list belong together by their `name` where they have one, else by their place.
 */
export function keepEqual<T>(previous: unknown, next: T): T {
  return kept(previous, next) as T;
}

function kept(previous: unknown, next: unknown): unknown {
  if (previous === next) return next;
  if (Array.isArray(previous) && Array.isArray(next)) return keptList(previous, next);
  if (isRecord(previous) && isRecord(next)) return keptRecord(previous, next);
  return next;
}

function keptList(previous: readonly unknown[], next: readonly unknown[]): unknown {
  const byName = new Map(previous.map((member) => [nameOf(member), member]));
  const made = next.map((member, index) => {
    const name = nameOf(member);
    if (name !== undefined) return kept(byName.get(name), member);
    // What stands at that place may have been something else: then nothing of it is worth having.
    return kept(previous[index], member) === previous[index] ? previous[index] : member;
  });
  const isSame = made.length === previous.length && made.every((member, index) => member === previous[index]);
  return isSame ? previous : Object.freeze(made);
}

function keptRecord(
  previous: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
): unknown {
  const keys = Object.keys(next);
  const before = Object.keys(previous);
  const made = keys.map((key) => kept(Object.hasOwn(previous, key) ? previous[key] : undefined, next[key]));
  const isSame =
    keys.length === before.length &&
    keys.every((key, index) => key === before[index] && made[index] === previous[key]);
  return isSame ? previous : Object.freeze(Object.fromEntries(keys.map((key, index) => [key, made[index]])));
}

function nameOf(member: unknown): string | undefined {
  return isRecord(member) && typeof member['name'] === 'string' ? member['name'] : undefined;
}
