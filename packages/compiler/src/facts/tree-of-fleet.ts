import { emit } from '../emit/emit.ts';
import { joinTrees, type FileTree } from '../emit/file-tree.ts';
import { factFiles } from './fact-files.ts';
import { factsOfFleet, type FleetToRecord } from './facts-of-fleet.ts';

/** Every file that `compile` writes: what is made of the fleet, and what verdicts on that hang on. */
export function treeOfFleet(recorded: FleetToRecord): FileTree {
  return joinTrees([emit(recorded.fleet), factFiles(factsOfFleet(recorded))]);
}
