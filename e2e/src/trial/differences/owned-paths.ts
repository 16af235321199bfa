import type { KubernetesObject } from '@seatrial/compiler';
import { field, listAt, textAt } from '../field.ts';
import type { Path } from './paths.ts';

/**
 * Places of an object that these field managers own, from `metadata.managedFields`. Source of its form: Kubernetes,
 * `structured-merge-diff`, `fieldpath/serialize.go` (`f:` field, `k:` keyed element, `v:` set element, `i:` index).
 */
export function ownedPaths(object: KubernetesObject, managers: readonly string[]): readonly Path[] {
  return listAt(object, 'metadata', 'managedFields')
    .filter((entry) => managers.includes(textAt(entry, 'manager') ?? ''))
    .flatMap((entry) => leaves(field(entry, 'fieldsV1'), object));
}

function leaves(owned: unknown, value: unknown): readonly Path[] {
  const steps = Object.entries(typeof owned === 'object' && owned !== null ? owned : {}).filter(
    ([step]) => step !== '.',
  );
  if (steps.length === 0) return [[]];
  return steps.flatMap(([step, below]) => {
    const key = keyOf(step, value);
    return key === undefined ? [] : leaves(below, field(value, key)).map((path) => [key, ...path]);
  });
}

function keyOf(step: string, value: unknown): string | number | undefined {
  const rest = step.slice(2);
  if (step.startsWith('f:')) return rest;
  if (step.startsWith('i:')) return Number(rest);
  const wanted: unknown = JSON.parse(rest);
  if (!Array.isArray(value)) return undefined;
  const index = step.startsWith('v:')
    ? value.indexOf(wanted)
    : value.findIndex((element) =>
        Object.entries(wanted as Record<string, unknown>).every(([key, of]) => field(element, key) === of),
      );
  return index === -1 ? undefined : index;
}
