/** A file whose presence makes a project. */
export type TreeFile =
  | { readonly kind: 'fleet'; readonly fleet: string }
  | { readonly kind: 'cluster'; readonly fleet: string; readonly cluster: string };

/** Every tree of a cluster has its facts, also where all its objects come from charts. */
export const projectFiles = '{environments/*/fleet.ts,clusters/*/*/facts.json}';

/** Reads a path relative to the workspace's root that matches {@link projectFiles}; undefined for any other one. */
export function treeFile(path: string): TreeFile | undefined {
  const [top, fleet, ...rest] = path.split('/');
  if (fleet === undefined) return undefined;
  if (top === 'environments') return rest.join('/') === 'fleet.ts' ? { kind: 'fleet', fleet } : undefined;
  const [cluster, file, ...more] = rest;
  if (top !== 'clusters' || cluster === undefined || file !== 'facts.json') return undefined;
  return more.length === 0 ? { kind: 'cluster', fleet, cluster } : undefined;
}
