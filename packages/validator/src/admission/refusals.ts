import { groupOf } from '@seatrial/compiler';
import { isRecord } from '../json/is-record.ts';
import type { AdmissionContext } from './context.ts';
import { Field } from './field.ts';
import { rulesOfKind } from './kinds/rules.ts';
import type { Refusal } from './refusal.ts';
import type { Refuse, Rule } from './rule.ts';
import type { RuleTree } from './rule-tree.ts';

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
  const group = typeof apiVersion === 'string' ? groupOf(apiVersion) : '';
  const found: Refusal[] = [];
  let code = '';
  const refuse: Refuse = (field, predicate, hint, severity = 'error') => {
    const { pointer } = field;
    const sentence = `${field.name} ${predicate}.`;
    // Two rules may say the same: one that follows the schema, and one for versions whose schema does not know.
    if (found.some((one) => one.field === pointer && one.sentence === sentence)) return;
    found.push({ code, severity, field: pointer, sentence, hint });
  };
  walk(rulesOfKind(group, String(kind)), new Field(object), (rule, field) => {
    code = rule.explanation.code;
    rule.check(field, refuse, context);
  });
  return found;
}

/** Visits what is there, and applies the rules of each place. */
function walk(tree: RuleTree, field: Field, apply: (rule: Rule, field: Field) => void): void {
  const { value } = field;
  for (const rule of tree.rules) apply(rule, field);
  const { fields, members } = tree;
  if (Array.isArray(value)) {
    if (members === undefined) return;
    for (const item of field.items) if (item.isSet) walk(members, item, apply);
  } else if (isRecord(value) && (fields.size > 0 || members !== undefined)) {
    for (const name in value) {
      const inner = fields.get(name) ?? members;
      if (inner === undefined || value[name] === null || value[name] === undefined) continue;
      walk(inner, field.at(name), apply);
    }
  }
}
