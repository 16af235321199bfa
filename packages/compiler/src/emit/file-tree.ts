/** Generated files: path relative to the tree's folder (`/` separated), and text. */
export type FileTree = ReadonlyMap<string, string>;

/** Joins what several emitters made; two producers of one path are a defect of the compiler, not of a model. */
export function joinTrees(trees: readonly FileTree[]): FileTree {
  const joined = new Map<string, string>();
  for (const tree of trees) {
    for (const [path, text] of tree) {
      if (joined.has(path)) throw new Error(`two emitters write ${path}`);
      joined.set(path, text);
    }
  }
  return joined;
}
