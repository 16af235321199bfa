import type { Patch } from '../model/patch.ts';

type Operation = Extract<Patch, readonly unknown[]>[number];

/** A path of a JSON patch that leads nowhere; the sentence says where it ends. */
export class PatchPathError extends Error {}

function pointerParts(pointer: string): string[] {
  if (pointer !== '' && !pointer.startsWith('/'))
    throw new PatchPathError(`path "${pointer}" does not begin with "/"`);
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function indexOf(list: readonly unknown[], part: string, pointer: string, most: number): number {
  if (part === '-') return list.length;
  const index = /^(0|[1-9]\d*)$/.test(part) ? Number(part) : Number.NaN;
  if (!(index <= most)) throw new PatchPathError(`path "${pointer}" is outside a list of ${list.length}`);
  return index;
}

function applyAt(value: unknown, parts: readonly string[], operation: Operation): unknown {
  const [part, ...rest] = parts;
  if (part === undefined) return operation.op === 'remove' ? undefined : operation.value;
  if (Array.isArray(value)) {
    const inserting = operation.op === 'add' && rest.length === 0;
    const index = indexOf(value, part, operation.path, inserting ? value.length : value.length - 1);
    if (inserting) return value.toSpliced(index, 0, operation.value);
    if (operation.op === 'remove' && rest.length === 0) return value.toSpliced(index, 1);
    return value.with(index, applyAt(value[index], rest, operation));
  }
  if (typeof value !== 'object' || value === null)
    throw new PatchPathError(`path "${operation.path}" ends before "${part}"`);
  const record: Record<string, unknown> = { ...value };
  const missing = !Object.hasOwn(record, part);
  if (missing && (operation.op !== 'add' || rest.length > 0))
    throw new PatchPathError(`path "${operation.path}" ends before "${part}"`);
  if (operation.op === 'remove' && rest.length === 0) delete record[part];
  else record[part] = applyAt(record[part], rest, operation);
  return record;
}

/** RFC 6902, its operations add, replace and remove. Throws {@link PatchPathError}. */
export function applyJsonPatch(value: unknown, operations: readonly Operation[]): unknown {
  return operations.reduce<unknown>(
    (current, operation) => applyAt(current, pointerParts(operation.path), operation),
    value,
  );
}
