import { isRecord } from '../json/is-record.ts';
import { fieldAt, listAt, recordAt, textAt } from '../json/fields.ts';
import { accumulatedOf, type Accumulated, type Metadata } from './accumulated.ts';
import { entriesOf, readKustomization, type Kustomization } from './kustomization.ts';
import { kustomizationNames } from './kustomization-names.ts';
import type { KustomizationRepository } from './kustomization-repository.ts';
import { operationsOf, patchesOf } from './patches.ts';
import { isRemote, pathFrom } from './paths-read.ts';

/** What a kustomization has before it changes anything: the objects of its resources, generators and components. */
export interface Accumulation {
  readonly objects: readonly Accumulated[];
  /** Present: there may be other objects, or other names of these; a clause. */
  readonly unknown?: string;
  /** Whether something changes labels or annotations in a way that is not followed here. */
  readonly relabels: boolean;
}

/**
 * Follows kustomize's own order (KustTarget.accumulateTarget) without building anything: names, namespaces and labels
 * that a layer gives are added to those that an object had, because a selector matches by the first name as well as by
 * the current one. What is too clever to follow makes the accumulation `unknown`, never wrong.
 */
export function accumulator(repository: KustomizationRepository): (one: Kustomization) => Accumulation {
  const known = new Map<string, Accumulation>();
  const accumulate = (one: Kustomization): Accumulation => {
    const before = known.get(one.file);
    if (before !== undefined) return before;
    // Met again while it is read: a circle, which kustomize refuses.
    known.set(one.file, { objects: [], unknown: `${one.folder} is a part of itself`, relabels: false });
    const made = accumulateOne(one, repository, accumulate);
    known.set(one.file, made);
    return made;
  };
  return accumulate;
}

type Accumulate = (one: Kustomization) => Accumulation;

function accumulateOne(
  one: Kustomization,
  repository: KustomizationRepository,
  accumulate: Accumulate,
): Accumulation {
  const parts = [...entriesOf(one, 'resources'), ...entriesOf(one, 'bases')].map(({ entry }) =>
    resourceOf(one, entry, repository, accumulate),
  );
  let objects = [
    ...parts.flatMap((part) => part.objects),
    ...generated(one, 'ConfigMap'),
    ...generated(one, 'Secret'),
  ];
  let unknown = cleverness(one, repository) ?? parts.find((part) => part.unknown !== undefined)?.unknown;
  let relabels = parts.some((part) => part.relabels) || changesMetadata(one, repository);
  for (const { entry } of entriesOf(one, 'components')) {
    const component = kustomizationAt(one, entry, repository);
    if (component === undefined) {
      unknown ??= `the component ${entry} is not known`;
      continue;
    }
    const part = accumulate(component);
    objects = changed(objects.concat(part.objects), component);
    unknown ??= part.unknown;
    relabels ||= part.relabels;
  }
  return { objects, relabels, ...(unknown === undefined ? {} : { unknown }) };
}

function resourceOf(
  one: Kustomization,
  entry: string,
  repository: KustomizationRepository,
  accumulate: Accumulate,
): Accumulation {
  const path = isRemote(entry) ? undefined : pathFrom(one.folder, entry);
  if (path === undefined) return nothing(`${entry} is outside of this repository`);
  if (repository.hasFile(path)) {
    const { objects, findings } = repository.source(path);
    const found = objects.map((source) => accumulatedOf(source.object, { ...source, file: path }));
    if (findings.every(({ severity }) => severity !== 'error')) return { objects: found, relabels: false };
    return { ...nothing(`${path} cannot be read`), objects: found };
  }
  const child = kustomizationAt(one, entry, repository);
  if (child === undefined) return nothing(`${path} is not known`);
  const below = accumulate(child);
  return { ...below, objects: changed(below.objects, child) };
}

function nothing(unknown: string): Accumulation {
  return { objects: [], unknown, relabels: false };
}

/** The kustomization in a folder that an entry names. */
export function kustomizationAt(
  { folder }: Kustomization,
  entry: string,
  repository: KustomizationRepository,
): Kustomization | undefined {
  const path = isRemote(entry) ? undefined : pathFrom(folder, entry);
  if (path === undefined) return undefined;
  const file = kustomizationNames
    .map((name) => (path === '.' ? name : `${path}/${name}`))
    .find(repository.hasFile);
  return file === undefined ? undefined : readKustomization(repository, file);
}

function generated(one: Kustomization, kind: 'ConfigMap' | 'Secret'): readonly Accumulated[] {
  const field = kind === 'ConfigMap' ? 'configMapGenerator' : 'secretGenerator';
  return listAt(one.fields, field).map((generator) => {
    const name = textAt(generator, 'name') ?? '';
    const namespace = textAt(generator, 'namespace');
    const both = (what: 'labels' | 'annotations'): Metadata => ({
      ...recordAt(one.fields, 'generatorOptions', what),
      ...recordAt(generator, 'options', what),
    });
    const metadata = { name, labels: both('labels'), annotations: both('annotations') };
    return accumulatedOf({
      apiVersion: 'v1',
      kind,
      metadata: namespace === undefined ? metadata : { ...metadata, namespace },
    });
  });
}

/** Objects with the names, namespaces, labels and annotations that a kustomization gives them too. */
export function changed(objects: readonly Accumulated[], { fields }: Kustomization): Accumulated[] {
  const prefix = textAt(fields, 'namePrefix') ?? '';
  const suffix = textAt(fields, 'nameSuffix') ?? '';
  const namespace = textAt(fields, 'namespace');
  const labels = [
    recordAt(fields, 'commonLabels'),
    ...listAt(fields, 'labels').map((entry) => recordAt(entry, 'pairs')),
  ].filter(hasKeys);
  const annotations = [recordAt(fields, 'commonAnnotations')].filter(hasKeys);
  return objects.map((one) => ({
    ...one,
    names:
      prefix === '' && suffix === ''
        ? one.names
        : [...one.names, ...one.names.map((name) => prefix + name + suffix)],
    namespaces: namespace === undefined ? one.namespaces : [...one.namespaces, namespace],
    labels: [...one.labels, ...labels],
    annotations: [...one.annotations, ...annotations],
  }));
}

function hasKeys(map: Metadata): boolean {
  return Object.keys(map).length > 0;
}

/** What of a kustomization is not followed here. */
function cleverness(one: Kustomization, repository: KustomizationRepository): string | undefined {
  const { fields } = one;
  if (listAt(fields, 'helmCharts').length > 0 || fieldAt(fields, 'helmChartInflationGenerator') !== undefined)
    return 'it inflates Helm charts';
  for (const field of ['generators', 'transformers'])
    if (listAt(fields, field).length > 0) return `it has ${field}`;
  if (patchesOf(one, repository).some(({ renames }) => renames)) return 'a patch renames objects';
  return undefined;
}

/** Whether patches or replacements of a kustomization change what a selector sees. */
function changesMetadata(one: Kustomization, repository: KustomizationRepository): boolean {
  const patches = patchesOf(one, repository);
  if (patches.some(({ documents }) => operationsOf(documents).some(isOnMetadata))) return true;
  const merges = patches.flatMap(({ documents }) => documents).filter(isRecord);
  if (
    merges.some(
      ({ metadata }) =>
        fieldAt(metadata, 'labels') !== undefined || fieldAt(metadata, 'annotations') !== undefined,
    )
  )
    return true;
  return JSON.stringify(listAt(one.fields, 'replacements')).includes('metadata.');
}

function isOnMetadata(operation: unknown): boolean {
  return (textAt(operation, 'path') ?? '').startsWith('/metadata');
}
