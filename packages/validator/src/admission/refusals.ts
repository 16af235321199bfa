import { groupOf, type Explanation } from '@seatrial/compiler';
import { isRecord } from '../json/is-record.ts';
import type { AdmissionContext } from './context.ts';
import { everyObject } from './every-object/rules.ts';
import { Field } from './field.ts';
import { rulesOfKind } from './kinds/rules.ts';
import type { Refusal } from './refusal.ts';
import type { Placed, Refuse } from './rule.ts';

/**
 * What the API server refuses in one object although its schema allows it (severity `error`), and what it takes but
 * warns of or what fails later for sure (`warning`). Types, required fields and unknown fields are the schema's: where
 * the schema already speaks of a field, its refusals may be dropped. The content of `status` is not looked at.
 *
 * @param object any JSON value, also one that is no object. It is not changed; the answer depends on nothing else.
 */
export function refusals(object: unknown, context: AdmissionContext): readonly Refusal[] {
  if (!isRecord(object)) return [];
  const { apiVersion, kind } = object;
  const root = new Field(object);
  const found: Refusal[] = [];
  const group = typeof apiVersion === 'string' ? groupOf(apiVersion) : '';
  for (const placed of everyObject) apply(placed, root, 0, found, context);
  for (const placed of rulesOfKind(group, String(kind))) apply(placed, root, 0, found, context);
  return found;
}

function apply(
  placed: Placed,
  field: Field,
  depth: number,
  found: Refusal[],
  context: AdmissionContext,
): void {
  const { path, rule } = placed;
  const key = path[depth];
  if (key === undefined) {
    if (field.isSet) rule.check(field, refuseInto(found, rule.explanation), context);
  } else if (key === '*') {
    const members = Array.isArray(field.value) ? field.items : field.entries.map(([, member]) => member);
    for (const member of members) apply(placed, member, depth + 1, found, context);
  } else if (isRecord(field.value) && Object.hasOwn(field.value, key)) {
    apply(placed, field.at(key), depth + 1, found, context);
  }
}

function refuseInto(found: Refusal[], { code }: Explanation): Refuse {
  return (field, predicate, hint, severity = 'error') => {
    found.push({ code, severity, field: field.pointer, sentence: `${field.name} ${predicate}.`, hint });
  };
}
