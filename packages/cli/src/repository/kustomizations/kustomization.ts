import { posix } from 'node:path';
import { listAt, recordAt, textAt } from '@seatrial/validator';
import { pathFrom, type Repository } from '../files/repository.ts';
import { knownFields } from './known-fields.ts';

/** A kustomization file and what it uses. Paths are relative to the repository's root. */
export interface Kustomization {
  readonly folder: string;
  readonly file: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** A component is built only as a part of others. */
  readonly isComponent: boolean;
  /** Folders that it takes as bases or components. */
  readonly bases: readonly string[];
  /** Files with whole objects. */
  readonly resources: readonly string[];
  /** Every other file that it reads: patches, generator inputs, configurations, values. */
  readonly parts: readonly string[];
  /** Bases and files that kustomize would fetch. */
  readonly remotes: readonly string[];
  /** Names of helm charts that kustomize would inflate. */
  readonly charts: readonly string[];
}

export const kustomizationNames: readonly string[] = [
  'kustomization.yaml',
  'kustomization.yml',
  'Kustomization',
];

/** What kustomize takes for an address: a scheme, an scp-like user@host, or github.com. */
const remote = /^(git::)?([a-z]+:\/\/|[a-z][a-z0-9-]*@[^/]+[:/]|github\.com[:/])/i;

/** Whether an entry of a kustomization is an address that kustomize would fetch. */
export function isRemote(entry: string): boolean {
  return remote.test(entry);
}

/** Reads a kustomization file; one that cannot be read uses nothing, and its findings say why. */
export function readKustomization(repository: Repository, file: string): Kustomization {
  const folder = posix.dirname(file);
  const fields = asKustomizeReads(recordAt(repository.documents(file).documents[0]?.value));
  const used = ['resources', 'bases', 'components'].flatMap((field) => texts(listAt(fields, field)));
  const local = used.filter((entry) => !isRemote(entry)).flatMap((entry) => pathFrom(folder, entry) ?? []);
  const parts = partsOf(fields);
  return {
    folder,
    file,
    fields,
    isComponent: textAt(fields, 'kind') === 'Component',
    bases: local.filter((path) => repository.hasFolder(path)),
    resources: local.filter((path) => !repository.hasFolder(path)),
    parts: parts.filter((entry) => !isRemote(entry)).flatMap((entry) => pathFrom(folder, entry) ?? []),
    remotes: [...used, ...parts].filter(isRemote),
    charts: [
      ...listAt(fields, 'helmCharts').map((chart) => textAt(chart, 'name') ?? ''),
      ...listAt(fields, 'helmChartInflationGenerator').map((chart) => textAt(chart, 'chartName') ?? ''),
    ],
  };
}

const canonical = new Map(knownFields.map((field) => [field.toLowerCase(), field]));

/** kustomize does not look at the case of a field's name. */
function asKustomizeReads(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [canonical.get(name.toLowerCase()) ?? name, value]),
  );
}

function partsOf(fields: Readonly<Record<string, unknown>>): readonly string[] {
  const lists = [
    'crds',
    'configurations',
    'generators',
    'transformers',
    'validators',
    'patchesStrategicMerge',
  ];
  const paths = ['patches', 'patchesJson6902', 'replacements'].flatMap((field) =>
    listAt(fields, field).map((entry) => textAt(entry, 'path')),
  );
  const inputs = ['configMapGenerator', 'secretGenerator'].flatMap((field) =>
    listAt(fields, field).flatMap((generator) => [
      ...texts(listAt(generator, 'files')).map((entry) => entry.slice(entry.indexOf('=') + 1)),
      ...listAt(generator, 'envs'),
      textAt(generator, 'env'),
    ]),
  );
  const values = listAt(fields, 'helmCharts').flatMap((chart) => [
    textAt(chart, 'valuesFile'),
    ...listAt(chart, 'additionalValuesFiles'),
  ]);
  const candidates = [
    ...lists.flatMap((field) => listAt(fields, field)),
    ...paths,
    ...inputs,
    ...values,
    textAt(fields, 'openapi', 'path'),
  ];
  // An entry with a line break is an object written in place.
  return texts(candidates).filter((entry) => !entry.includes('\n'));
}

function texts(values: readonly unknown[]): readonly string[] {
  return values.filter((value): value is string => typeof value === 'string' && value !== '');
}
