import { posix } from 'node:path';
import type { KustomizationEdit, Substitution } from '../../kustomize/build-request.ts';

/** Something that yields objects: files as they are, or a folder that kustomize builds. Paths are the repository's. */
export type Content = FilesContent | KustomizeContent;

export interface FilesContent {
  readonly files: readonly string[];
}

export interface KustomizeContent {
  readonly folder: string;
  readonly edit?: KustomizationEdit;
  readonly substitute?: Substitution;
  /** Flux lets a kustomization read files above its own folder; kustomize and Argo CD do not. */
  readonly anyFile?: boolean;
}

/** The same for contents that yield the same. */
export function contentKey(content: Content): string {
  return JSON.stringify(content);
}

/** What a kustomize content is, as it stands in a sentence: a folder, or the one file that kustomize only reads. */
export function titleOf({ folder, edit }: KustomizeContent): string {
  const [file, ...more] = edit?.create ?? [];
  return file === undefined || more.length > 0 ? `the kustomization ${folder}` : posix.join(folder, file);
}
