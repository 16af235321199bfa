import { isRecord } from '../json/is-record.ts';
import { listAt, textAt } from '../json/fields.ts';
import { readDocuments } from '../sources/read-documents.ts';
import type { Kustomization } from './kustomization.ts';
import { isRemote, pathFrom } from './paths-read.ts';
import type { KustomizationRepository } from './kustomization-repository.ts';

/** One entry of `patches`, `patchesJson6902` or `patchesStrategicMerge`. */
export interface Patch {
  readonly pointer: string;
  readonly target?: Readonly<Record<string, unknown>>;
  /** Its documents: objects of a strategic merge, or a list of operations. */
  readonly documents: readonly unknown[];
  /** Whether it may rename objects or change their kind. */
  readonly renames: boolean;
}

/** The patches of a kustomization in the order in which it names them; what cannot be read has no documents. */
export function patchesOf(
  kustomization: Kustomization,
  repository: KustomizationRepository,
): readonly Patch[] {
  const { fields } = kustomization;
  const merges = listAt(fields, 'patchesStrategicMerge').map((entry, index): Patch => {
    const pointer = `/patchesStrategicMerge/${index}`;
    return { pointer, documents: textDocuments(kustomization, repository, entry), renames: false };
  });
  const others = ['patches', 'patchesJson6902'].flatMap((field) =>
    listAt(fields, field).map((entry, index): Patch => {
      const documents = [
        ...inline(kustomization, textAt(entry, 'patch')),
        ...fromFile(kustomization, repository, textAt(entry, 'path')),
      ];
      const target = isRecord(entry) ? entry['target'] : undefined;
      return {
        pointer: `/${field}/${index}`,
        ...(isRecord(target) ? { target } : {}),
        documents,
        renames: renames(entry, documents),
      };
    }),
  );
  return [...merges, ...others];
}

function textDocuments(
  kustomization: Kustomization,
  repository: KustomizationRepository,
  entry: unknown,
): readonly unknown[] {
  if (typeof entry !== 'string') return [];
  return entry.includes('\n') ? inline(kustomization, entry) : fromFile(kustomization, repository, entry);
}

function inline({ file }: Kustomization, text: string | undefined): readonly unknown[] {
  if (text === undefined) return [];
  return readDocuments(file, new TextEncoder().encode(text)).documents.map(({ value }) => value);
}

function fromFile(
  { folder }: Kustomization,
  repository: KustomizationRepository,
  entry: string | undefined,
): readonly unknown[] {
  const path = entry === undefined || isRemote(entry) ? undefined : pathFrom(folder, entry);
  if (path === undefined || !repository.hasFile(path)) return [];
  return repository.documents(path).documents.map(({ value }) => value);
}

function renames(entry: unknown, documents: readonly unknown[]): boolean {
  const options = isRecord(entry) ? entry['options'] : undefined;
  if (isRecord(options) && Object.values(options).some((value) => value === true)) return true;
  return operationsOf(documents).some((operation) =>
    /^\/(?:kind|apiVersion|metadata(?:\/(?:name|namespace))?)?$/.test(textAt(operation, 'path') ?? ''),
  );
}

/** The operations of JSON patches among documents. */
export function operationsOf(documents: readonly unknown[]): readonly unknown[] {
  return documents.filter((document) => Array.isArray(document)).flat();
}
