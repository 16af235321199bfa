import type { FileTree } from '../emit/file-tree.ts';
import type { TreeFacts } from './tree-facts.ts';

/** Name of the file that holds the facts of a tree: one beside the clusters, and one in the folder of each. */
const name = 'facts.json';

/** A file for each cluster, and one for what only the fleet as a whole has. */
export function factFiles({ clusters, ...ofFleet }: TreeFacts): FileTree {
  return new Map([
    [name, print(ofFleet)],
    ...Object.entries(clusters).map(
      ([cluster, ofCluster]) => [`${cluster}/${name}`, print(ofCluster)] as const,
    ),
  ]);
}

/** A line for each value, so that two branches that change different ones merge without a conflict. */
function print(facts: object): string {
  return `${JSON.stringify({ generatedBy: 'seatrial compile', ...facts }, null, 2)}\n`;
}
