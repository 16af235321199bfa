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
