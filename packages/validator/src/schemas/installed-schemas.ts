import { constraintKinds } from './constraint-schemas.ts';
import { definitionKinds } from './definition-schemas.ts';
import { contentOf } from '../json/content.ts';
import { isRecord } from '../json/is-record.ts';
import { NotJsonError } from '../json/not-json-error.ts';
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
  const digest = digestOf(object);
  const bundle =
    (digest === undefined ? undefined : byContent.get(digest)) ??
    bundleOf([...definitionKinds(object), ...constraintKinds(object)]);
  known.set(object, bundle);
  if (digest !== undefined) byContent.set(digest, bundle);
  return [bundle];
}

/** Undefined for what is no JSON, and so has no content to go by. */
function digestOf(object: object): string | undefined {
  try {
    return contentOf(object).digest;
  } catch (error) {
    if (error instanceof NotJsonError) return undefined;
    throw error;
  }
}
