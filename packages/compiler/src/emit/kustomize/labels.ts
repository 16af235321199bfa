import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { Build } from './build.ts';
import { jsonEqual } from './json-equal.ts';
import type { LabelsField } from './kustomization.ts';
import { type Labels, mapLabels, templateLabels } from './label-places.ts';
import type { Change } from './pairs.ts';

type Pairs = Record<string, string>;

/**
 * Labels that every object has with the same value, as `labels:` entries: what a base does not repeat in each file.
 * `except` are keys that no entry may have.
 */
export function commonLabels(
  objects: readonly KubernetesObject[],
  except: ReadonlySet<string> = new Set(),
): readonly LabelsField[] {
  if (objects.length < 2) return [];
  const common = Object.entries(commonPairs(objects)).filter(([key]) => !except.has(key));
  const fields = labelsFields(Object.fromEntries(common), objects);
  const isExact = objects.every((object) => {
    const bare = withoutLabels(object, fields);
    return bare !== undefined && jsonEqual(withLabels(bare, fields), object);
  });
  return isExact ? fields : [];
}

/** Labels that a kustomization gives to, or changes on, every object that it brings, as `labels:` entries. */
export function addedLabels(
  pairs: readonly Change[],
  targets: readonly KubernetesObject[],
  { sharedLabels, foreign }: Build,
): readonly LabelsField[] {
  if (pairs.length === 0) return [];
  const common = Object.entries(commonPairs(targets)).filter(
    ([key]) => foreign.size === 0 || !sharedLabels.has(key),
  );
  const added = common.filter(([key, value]) =>
    pairs.every(({ base }) => base.metadata.labels?.[key] !== value),
  );
  const fields = labelsFields(Object.fromEntries(added), targets);
  return fields
    .map((field) =>
      field.includeTemplates ? field : { pairs: withoutShared(field.pairs, targets, sharedLabels) },
    )
    .filter((field) => Object.keys(field.pairs).length > 0)
    .filter((field) => targets.every((target) => jsonEqual(withLabels(target, [field]), target)));
}

/** The object after the entries; undefined where kustomize would fail on its shape. */
export function withLabels(
  object: KubernetesObject,
  fields: readonly LabelsField[],
): KubernetesObject | undefined {
  let labelled: KubernetesObject | undefined = object;
  for (const { pairs, includeTemplates = false } of fields) {
    labelled &&= mapLabels(labelled, (labels) => ({ ...labels, ...pairs }), includeTemplates);
  }
  return labelled;
}

/** The object without the labels that the entries give it. */
export function withoutLabels(
  object: KubernetesObject,
  fields: readonly LabelsField[],
): KubernetesObject | undefined {
  let bare: KubernetesObject | undefined = object;
  for (const { pairs, includeTemplates = false } of fields) {
    const rest = (labels: Labels | undefined) => without(labels, pairs);
    bare &&= mapLabels(bare, rest, includeTemplates);
  }
  return bare;
}

/** Keys of the labels of some objects. */
export function labelKeys(objects: readonly KubernetesObject[]): readonly string[] {
  return objects.flatMap(({ metadata }) => Object.keys(metadata.labels ?? {}));
}

/** Keys of the labels that kustomize keeps once for an object and its templates: see `sharesChangedLabel`. */
export function sharedLabelKeys(fields: readonly LabelsField[]): ReadonlySet<string> {
  return new Set(
    fields.flatMap(({ pairs, includeTemplates }) => (includeTemplates ? Object.keys(pairs) : [])),
  );
}

/**
 * Whether a shared label has different values in the places of one object. kustomize 5.8 writes a label that
 * `includeTemplates` adds as one YAML node for all places of an object, so a strategic merge or a `labels:` entry of an
 * overlay that changes it in one place changes it in all. A JSON patch writes the object anew and has no such effect.
 */
export function sharesChangedLabel(object: KubernetesObject, shared: ReadonlySet<string>): boolean {
  if (shared.size === 0) return false;
  const places = [object.metadata.labels, ...templateLabels(object)];
  return [...shared].some((key) => new Set(places.map((labels) => labels?.[key])).size > 1);
}

function labelsFields(pairs: Pairs, objects: readonly KubernetesObject[]): readonly LabelsField[] {
  if (Object.keys(pairs).length === 0) return [];
  const templates = objects.flatMap((object) => templateLabels(object));
  const everywhere: Pairs = {};
  const plain: Pairs = {};
  for (const [key, value] of Object.entries(pairs)) {
    const inTemplates = templates.length > 0 && templates.every((labels) => labels?.[key] === value);
    (inTemplates ? everywhere : plain)[key] = value;
  }
  const fields: LabelsField[] = [{ pairs: everywhere, includeTemplates: true }, { pairs: plain }];
  return fields.filter((field) => Object.keys(field.pairs).length > 0);
}

function commonPairs(objects: readonly KubernetesObject[]): Pairs {
  const [first, ...others] = objects;
  const pairs = Object.entries(first?.metadata.labels ?? {});
  return Object.fromEntries(
    pairs.filter(([key, value]) => others.every(({ metadata }) => metadata.labels?.[key] === value)),
  );
}

/** A plain entry for a shared label would reach the templates too. */
function withoutShared(
  pairs: Readonly<Pairs>,
  targets: readonly KubernetesObject[],
  shared: ReadonlySet<string>,
): Pairs {
  const hasTemplates = targets.some((target) => templateLabels(target).length > 0);
  return Object.fromEntries(Object.entries(pairs).filter(([key]) => !hasTemplates || !shared.has(key)));
}

function without(labels: Labels | undefined, pairs: Readonly<Pairs>): Labels | undefined {
  if (labels === undefined) return undefined;
  const rest = Object.entries(labels).filter(([key]) => !Object.hasOwn(pairs, key));
  return rest.length === 0 && Object.keys(labels).length > 0 ? undefined : Object.fromEntries(rest);
}
