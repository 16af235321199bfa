/** Where a file of the workspace stands among environments and trees. */
export type TreeFile =
  | { readonly kind: 'fleet'; readonly fleet: string }
  | { readonly kind: 'record'; readonly fleet: string }
  | { readonly kind: 'cluster'; readonly fleet: string; readonly cluster: string }
  | { readonly kind: 'argo-cd'; readonly fleet: string };

/** Files whose presence makes a project. A chart that is no part of a kustomization leaves its values below the application. */
export const projectFiles =
  '{environments/*/fleet.ts,clusters/*/*/*/*/*.{yaml,yml},clusters/*/*/*/*/values/*.yaml,clusters/*/argo-cd/**/*.{yaml,yml},clusters/*/.seatrial.json}';

/** Folders of a tree that are no clusters; a model cannot name a cluster so. */
const reserved = new Set(['base', 'argo-cd', 'docs']);

/** Reads a path relative to the workspace's root. Undefined for a file that makes no project. */
export function treeFile(path: string): TreeFile | undefined {
  const [top, fleet, folder, ...rest] = path.split('/');
  if (fleet === undefined || folder === undefined) return undefined;
  if (top === 'environments')
    return folder === 'fleet.ts' && rest.length === 0 ? { kind: 'fleet', fleet } : undefined;
  if (top !== 'clusters') return undefined;
  if (rest.length === 0) return folder === '.seatrial.json' ? { kind: 'record', fleet } : undefined;
  if (folder === 'argo-cd') return { kind: 'argo-cd', fleet };
  // <environment>/<application>/<file>, or values/<file> instead of the file.
  const isPlaced = rest.length === 3 || (rest.length === 4 && rest[2] === 'values');
  return isPlaced && !reserved.has(folder) ? { kind: 'cluster', fleet, cluster: folder } : undefined;
}
