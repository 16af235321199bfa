import { isRecord } from '../../objects/merge-patch.ts';
import { jsonEqual } from './json-equal.ts';
import { alignLists } from './align-lists.ts';

/** One operation of RFC 6902. */
export type Operation =
  | { readonly op: 'add' | 'replace'; readonly path: string; readonly value: unknown }
  | { readonly op: 'remove'; readonly path: string };

/** The operations, applied in order, that turn one JSON value into another. */
export function jsonPatch(from: unknown, to: unknown, path = ''): readonly Operation[] {
  if (jsonEqual(from, to)) return [];
  if (isRecord(from) && isRecord(to)) return mapOperations(from, to, path);
  if (Array.isArray(from) && Array.isArray(to)) return listOperations(from, to, path);
  // The library of kustomize takes a member that is null for a missing one, and refuses to replace it.
  return [{ op: from === null ? 'add' : 'replace', path, value: to }];
}

/** A JSON pointer's next token (RFC 6901). */
export function token(key: string): string {
  return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function mapOperations(
  from: Record<string, unknown>,
  to: Record<string, unknown>,
  path: string,
): readonly Operation[] {
  const operations: Operation[] = [];
  for (const key of Object.keys(from)) {
    if (!Object.hasOwn(to, key)) operations.push({ op: 'remove', path: path + token(key) });
  }
  for (const [key, value] of Object.entries(to)) {
    const child = path + token(key);
    if (Object.hasOwn(from, key)) operations.push(...jsonPatch(from[key], value, child));
    else operations.push({ op: 'add', path: child, value });
  }
  const nothingStays = operations.length > 1 && Object.keys(from).every((key) => !Object.hasOwn(to, key));
  return nothingStays && path !== '' ? [{ op: 'replace', path, value: to }] : operations;
}

/** Changes in place first, then removals from the end, then additions from the start: no index has moved when it is used. */
function listOperations(
  from: readonly unknown[],
  to: readonly unknown[],
  path: string,
): readonly Operation[] {
  const whole: Operation = { op: 'replace', path, value: to };
  if (![...from, ...to].every(isRecord)) return [whole];
  const { kept, removed, added } = alignLists(
    from as Record<string, unknown>[],
    to as Record<string, unknown>[],
  );
  const operations: Operation[] = [
    ...kept.flatMap(([old, now]) => jsonPatch(from[old], to[now], `${path}/${old}`)),
    ...removed.toReversed().map((index): Operation => ({ op: 'remove', path: `${path}/${index}` })),
  ];
  let length = kept.length;
  for (const index of added) {
    operations.push({ op: 'add', path: `${path}/${index === length ? '-' : index}`, value: to[index] });
    length += 1;
  }
  return JSON.stringify(operations).length > JSON.stringify(whole).length ? [whole] : operations;
}
