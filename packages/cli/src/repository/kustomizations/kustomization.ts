import { posix } from 'node:path';
import { isRemote, listAt, pathFrom, pathsRead, recordAt, textAt, type PathRead } from '@seatrial/validator';
import type { Repository } from '../files/repository.ts';
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

/** Reads a kustomization file; one that cannot be read uses nothing, and its findings say why. */
export function readKustomization(repository: Repository, file: string): Kustomization {
  const folder = posix.dirname(file);
  const fields = asKustomizeReads(recordAt(repository.documents(file).documents[0]?.value));
  const read = pathsRead(fields);
  const isBase = ({ holds }: PathRead): boolean => holds === 'resource' || holds === 'component';
  const parts = read.filter((one) => !isBase(one));
  const local = pathsFrom(folder, read.filter(isBase));
  return {
    folder,
    file,
    fields,
    isComponent: textAt(fields, 'kind') === 'Component',
    bases: local.filter((path) => repository.hasFolder(path)),
    resources: local.filter((path) => !repository.hasFolder(path)),
    parts: pathsFrom(folder, parts),
    remotes: read.map(({ entry }) => entry).filter(isRemote),
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

function pathsFrom(folder: string, read: readonly PathRead[]): readonly string[] {
  return read.flatMap(({ entry }) => (isRemote(entry) ? [] : (pathFrom(folder, entry) ?? [])));
}
