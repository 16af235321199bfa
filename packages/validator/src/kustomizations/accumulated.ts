import { recordAt, textAt } from '../json/fields.ts';
import type { SourceObject } from '../sources/source-text.ts';

/** An object as the layers of kustomizations know it: by its first name, and by all that it got since. */
export interface Accumulated {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  /** The first one is first, the current one last. */
  readonly names: readonly string[];
  /** As the names. */
  readonly namespaces: readonly string[];
  readonly labels: readonly Metadata[];
  readonly annotations: readonly Metadata[];
  /** As it is written; a generated ConfigMap or Secret has only its metadata. */
  readonly object: Readonly<Record<string, unknown>>;
  /** Where it is written; absent: generated. */
  readonly source?: SourceObject & { readonly file: string };
}

export type Metadata = Readonly<Record<string, unknown>>;

export function accumulatedOf(
  object: Readonly<Record<string, unknown>>,
  source?: Accumulated['source'],
): Accumulated {
  const [group, version] = groupVersion(textAt(object, 'apiVersion') ?? '');
  return {
    group,
    version,
    kind: textAt(object, 'kind') ?? '',
    names: [textAt(object, 'metadata', 'name') ?? ''],
    // An object without one counts as of `default`. Source: ResId.EffectiveNamespace in kyaml.
    namespaces: [textAt(object, 'metadata', 'namespace') || 'default'],
    labels: [recordAt(object, 'metadata', 'labels')],
    annotations: [recordAt(object, 'metadata', 'annotations')],
    object,
    ...(source === undefined ? {} : { source }),
  };
}

export function groupVersion(apiVersion: string): readonly [group: string, version: string] {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? ['', apiVersion] : [apiVersion.slice(0, slash), apiVersion.slice(slash + 1)];
}
