import { isRecord } from '../../objects/merge-patch.ts';
import { jsonEqual } from './json-equal.ts';

/**
 * What patches have to make of an object when transformers run after them: the target, but as in the base wherever the
 * transformers alone turn the base's value into the target's. `transformed` is what they make of the base.
 */
export function untransformed(base: unknown, transformed: unknown, target: unknown): unknown {
  if (base === transformed) return target;
  if (jsonEqual(transformed, target)) return base;
  if (isRecord(transformed) && isRecord(target)) {
    const fields: Record<string, unknown> = {};
    const old = isRecord(base) ? base : {};
    for (const [key, value] of Object.entries(target)) {
      const wanted = untransformed(old[key], transformed[key], value);
      if (wanted !== undefined) fields[key] = wanted;
    }
    return Object.keys(fields).length === 0 && base === undefined ? undefined : fields;
  }
  if (
    Array.isArray(base) &&
    Array.isArray(transformed) &&
    Array.isArray(target) &&
    base.length === target.length
  ) {
    return target.map((element, index) => untransformed(base[index], transformed[index], element));
  }
  return target;
}
