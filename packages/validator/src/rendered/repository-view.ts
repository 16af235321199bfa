/** The repository that the engines watch, as far as a check may look into it. Paths are relative to its root, with `/`. */
export interface RepositoryView {
  /** Whether an engine that names this URL means this repository. Forms of one address (ssh, `.git`) are the same. */
  isThis(url: string): boolean;
  /** What is at a path; undefined: nothing. `.` is the root. */
  at(path: string): 'file' | 'folder' | undefined;
  /** Paths of the files directly in a folder, sorted; empty where there is no such folder. */
  filesIn(folder: string): readonly string[];
  /** Paths of the folders directly in a folder, sorted, without those that git does not hold; empty where there is no such folder. */
  foldersIn(folder: string): readonly string[];
  /** Text of a file; undefined where there is none. */
  text(path: string): string | undefined;
}
