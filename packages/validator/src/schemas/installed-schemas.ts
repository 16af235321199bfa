import { constraintKinds } from './constraint-schemas.ts';
import { definitionKinds } from './definition-schemas.ts';
import { contentOrNone } from '../json/content-or-none.ts';
import { isRecord } from '../json/is-record.ts';
import { mergeBundles, bundleOf, type SchemaBundle } from './schema-bundle.ts';

const known = new WeakMap<object, SchemaBundle>();
const byContent = new Map<string, SchemaBundle>();

/**
 * The schemas that a cluster's own objects bring: those of its CustomResourceDefinitions, and of the constraints of its
 * ConstraintTemplates. Other objects are passed over. What many clusters have alike is read once; objects are never
 * changed after they were made.
 */
export function installedSchemas(objects: readonly unknown[]): SchemaBundle {
  return mergeBundles(objects.filter(isRecord).flatMap(bundleOfObject));
}

function bundleOfObject(object: Readonly<Record<string, unknown>>): readonly SchemaBundle[] {
  const { kind } = object;
  if (kind !== 'CustomResourceDefinition' && kind !== 'ConstraintTemplate') return [];
  const before = known.get(object);
  if (before !== undefined) return [before];
  // What is no JSON has no content to go by.
  const digest = contentOrNone(object)?.digest;
  const bundle =
    (digest === undefined ? undefined : byContent.get(digest)) ??
    bundleOf([...definitionKinds(object), ...constraintKinds(object)]);
  known.set(object, bundle);
  if (digest !== undefined) byContent.set(digest, bundle);
  return [bundle];
}
