import { textAt } from '../json/fields.ts';
import type { Accumulated, Metadata } from './accumulated.ts';
import { mayMatchLabels } from './label-selector.ts';

/** The `target` of a patch, or the `select` of a replacement. */
export type Selector = Readonly<Record<string, unknown>>;

const fields = ['group', 'version', 'kind', 'name', 'namespace'] as const;

/** Whether a selector selects everything: no field of it says anything. */
export function isEmpty(selector: Selector): boolean {
  return [...fields, 'labelSelector', 'annotationSelector'].every(
    (field) => selector[field] === undefined || selector[field] === null || selector[field] === '',
  );
}

/** A selector in words: `kind Deployment, name api`. */
export function inWords(selector: Selector): string {
  return [...fields, 'labelSelector', 'annotationSelector']
    .flatMap((field) => {
      const value = textAt(selector, field);
      return value === undefined || value === '' ? [] : [`${field} ${value}`];
    })
    .join(', ');
}

/** Who selects: kustomize gives an object other names for a patch than for a replacement. */
export type SelectedBy = 'patch' | 'replacement';

/**
 * A test of objects: `false` means that the selector surely does not select them. Undefined when the selector cannot be
 * understood. Every field is a regular expression for the whole value. Source: in kustomize, SelectorRegex;
 * resWrangler.Select: a patch knows an object by its first and its current name and namespace; replacement.Filter: a
 * replacement by all that it ever had.
 */
export function selectorTest(
  selector: Selector,
  by: SelectedBy,
): ((object: Accumulated) => boolean) | undefined {
  const tests = new Map<string, RegExp>();
  for (const field of fields) {
    const pattern = textAt(selector, field);
    if (pattern === undefined || pattern === '') continue;
    const test = compiled(pattern);
    if (test === undefined) return undefined;
    tests.set(field, test);
  }
  const labels = metadataTest(textAt(selector, 'labelSelector'));
  const annotations = metadataTest(textAt(selector, 'annotationSelector'));
  if (labels === undefined || annotations === undefined) return undefined;
  const matches = (field: string, values: readonly string[]): boolean => {
    const test = tests.get(field);
    return test === undefined || values.some((value) => test.test(value));
  };
  const known = by === 'patch' ? ends : (values: readonly string[]): readonly string[] => values;
  return (object) =>
    matches('group', [object.group]) &&
    matches('version', [object.version]) &&
    matches('kind', [object.kind]) &&
    matches('name', known(object.names)) &&
    matches('namespace', known(object.namespaces)) &&
    labels(object.labels) &&
    annotations(object.annotations);
}

/** The first and the last. */
function ends(values: readonly string[]): readonly string[] {
  return [values[0] ?? '', values.at(-1) ?? ''];
}

/** Whether a selector looks at labels or annotations. */
export function looksAtMetadata(selector: Selector): boolean {
  return Boolean(textAt(selector, 'labelSelector')) || Boolean(textAt(selector, 'annotationSelector'));
}

function compiled(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    return undefined;
  }
}

function metadataTest(
  expression: string | undefined,
): ((metadata: readonly Metadata[]) => boolean) | undefined {
  if (expression === undefined || expression === '') return () => true;
  return mayMatchLabels(expression);
}
