import type { Field } from '../field.ts';
import { repeated } from '../repeated.ts';
import type { Refuse, Rule } from '../rule.ts';
import { shown } from '../shown.ts';

const types = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

const listTypes = ['atomic', 'map', 'set'];

/**
 * Of the schema of one version of a CustomResourceDefinition.
 * Source: k8s.io/apiextensions-apiserver, pkg/apiserver/schema/validation.go, `ValidateStructural`; apiextensions
 * validation, `ValidateCustomResourceDefinitionOpenAPISchema`, `validateMapListKeysMapSet`.
 */
export const structuralDefinition: Rule = {
  explanation: {
    code: 'SEA3165',
    title: 'The schema of a CustomResourceDefinition is not structural',
    meaning:
      'In the schema of a definition every field has a type (or is int-or-string, or keeps unknown fields), every list says what its items ' +
      'are, an object has either fields or open keys, and the key fields of a list that is a map are required or have defaults.',
    fix: 'Add the type or the items that the finding names.',
  },
  check(schema, refuse) {
    if (!schema.isSet) return;
    const type = schema.at('type');
    const keeps = schema.at('x-kubernetes-preserve-unknown-fields');
    if (type.isEmpty && keeps.value !== true)
      refuse(type, 'is missing; the root of a schema is an object', 'Add "type: object".');
    else if (!type.isEmpty && type.value !== 'object')
      refuse(type, `is ${shown(type.value)}; the root of a schema is an object`, 'Write "type: object".');
    if (schema.at('additionalProperties').isSet)
      refuse(schema.at('additionalProperties'), 'is set at the root of a schema', 'Remove it.');
    checkNode(schema, true, refuse);
  },
};

function checkNode(node: Field, isRoot: boolean, refuse: Refuse): void {
  const [type, items, fields, open] = ['type', 'items', 'properties', 'additionalProperties'].map((key) =>
    node.at(key),
  );
  if (type === undefined || items === undefined || fields === undefined || open === undefined) return;
  const untyped =
    node.at('x-kubernetes-int-or-string').value === true ||
    node.at('x-kubernetes-preserve-unknown-fields').value === true;
  if (type.isEmpty && !untyped && !isRoot) refuse(type, 'is missing', 'Say what the field is.');
  else if (!type.isEmpty && (type.text === undefined || !types.includes(type.text)))
    refuse(type, `is ${shown(type.value)}; it must be one of ${types.join(', ')}`, 'Use one of these words.');
  if (type.text === 'array' && !items.isSet)
    refuse(items, 'is missing', 'Say what the items of the list are.');
  if (!fields.isEmpty && open.isSet && open.value !== false)
    refuse(open, 'is set beside properties', 'Keep one of the two.');
  const keeps = node.at('x-kubernetes-preserve-unknown-fields');
  if (keeps.value === false) refuse(keeps, 'is false; it can only be true', 'Remove it.');
  if (node.at('uniqueItems').value === true)
    refuse(
      node.at('uniqueItems'),
      'is true, which no definition may have',
      'Write "x-kubernetes-list-type: set".',
    );
  checkList(node, items, refuse);
  for (const [, field] of fields.entries) checkNode(field, false, refuse);
  for (const inner of [items, open]) {
    if (inner.isSet && typeof inner.value === 'object') checkNode(inner, false, refuse);
    else if (inner.isSet && typeof inner.value !== 'boolean')
      refuse(inner, `is ${shown(inner.value)}; it must be a schema`, 'Write "{type: string}" or the like.');
  }
}

function checkList(node: Field, items: Field, refuse: Refuse): void {
  const [type, keys] = [node.at('x-kubernetes-list-type'), node.at('x-kubernetes-list-map-keys')];
  const isMap = type.text === 'map';
  if (type.text !== undefined && !listTypes.includes(type.text))
    refuse(
      type,
      `is ${shown(type.text)}; it must be one of ${listTypes.join(', ')}`,
      'Use one of these words.',
    );
  if (isMap && keys.isEmpty)
    refuse(keys, 'is missing; a list that is a map has keys', 'Name the fields that tell items apart.');
  if (!isMap && keys.isSet)
    refuse(keys, 'is set, but the list is no map', 'Write "x-kubernetes-list-type: map".');
  if (!isMap) return;
  for (const key of repeated(keys.items, (one) => one.text))
    refuse(key, 'is there twice', 'Remove one of the two.');
  const required = items.at('required').texts;
  for (const key of keys.items) {
    if (key.text === undefined) continue;
    const field = items.at('properties', key.text);
    if (!field.isSet)
      refuse(key, `is ${shown(key.text)}, which is no field of the items`, 'Name a field of the items.');
    else if (!required.includes(key.text) && !field.at('default').isSet)
      refuse(
        key,
        `is ${shown(key.text)}, which is neither required nor has a default`,
        'Add it to "required" of the items.',
      );
  }
}
