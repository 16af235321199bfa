import { posix } from 'node:path';
import type { Place } from '@seatrial/compiler';
import { listAt, recordAt, textAt } from '../json/fields.ts';
import type { SourceDocument } from '../sources/source-text.ts';
import type { KustomizationRepository } from './kustomization-repository.ts';

/** A kustomization as it is written. */
export interface Kustomization {
  readonly file: string;
  readonly folder: string;
  readonly isComponent: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The place of a JSON pointer in the file. */
  at(pointer: string): Place;
}

/** Reads a kustomization file; undefined when it is none, or cannot be read: the reader of sources says why. */
export function readKustomization(
  repository: KustomizationRepository,
  file: string,
): Kustomization | undefined {
  const { documents, findings } = repository.documents(file);
  const [document] = documents;
  if (document === undefined || findings.some(({ severity }) => severity === 'error')) return undefined;
  const fields = recordAt(document.value);
  const apiVersion = textAt(fields, 'apiVersion');
  // A file of that name may be an object of Flux.
  if (apiVersion !== undefined && !apiVersion.startsWith('kustomize.config.k8s.io/')) return undefined;
  return {
    file,
    folder: posix.dirname(file),
    isComponent: textAt(fields, 'kind') === 'Component',
    fields,
    at: (pointer) => placeAt(file, document, pointer),
  };
}

function placeAt(file: string, document: SourceDocument, pointer: string): Place {
  return { source: { file, ...document.locate(pointer) } };
}

/** The texts of a list, each with its pointer. */
export function entriesOf(
  { fields }: Kustomization,
  field: string,
): readonly { readonly entry: string; readonly pointer: string }[] {
  return listAt(fields, field).flatMap((entry, index) =>
    typeof entry === 'string' && entry !== '' ? [{ entry, pointer: `/${field}/${index}` }] : [],
  );
}
