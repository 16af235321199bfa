import type { SourceDocuments, SourceText } from '../sources/source-text.ts';

/** The files of a repository, as far as a check of kustomizations looks at them. Paths are relative to its root, with `/`. */
export interface KustomizationRepository {
  /** Every YAML and JSON file. */
  readonly files: readonly string[];
  hasFile(path: string): boolean;
  hasFolder(path: string): boolean;
  documents(path: string): SourceDocuments;
  source(path: string): SourceText;
}
