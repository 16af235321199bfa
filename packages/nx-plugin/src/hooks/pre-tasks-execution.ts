import { randomUUID } from 'node:crypto';
import type { NxPlugin } from '@nx/devkit';
import { digestOfAbsentCharts } from './charts-of-trees.ts';
import { absentCharts, runWithCompile } from './names.ts';

/**
 * What Nx adds to the environment of a run before it takes the inputs of any task: whatever the hook sets in `process.env`.
 * A daemon keeps its environment from run to run, so that what does not hold is set, too: to nothing.
 */
export const preTasksExecution: NonNullable<NxPlugin['preTasksExecution']> = (
  _options,
  { argv, workspaceRoot },
) => {
  process.env[runWithCompile] = compiles(argv) ? randomUUID() : '';
  process.env[absentCharts] = digestOfAbsentCharts(workspaceRoot);
};

/**
 * Whether `compile` is among the targets of a command line: `nx run-many -t compile validate`, `nx compile fleet-shop`,
 * `nx run fleet-shop:compile`. One time too often only costs a verdict that is found again.
 */
export function compiles(argv: readonly string[]): boolean {
  return argv.slice(2).some((argument) => argument.split(/[\s,:=]+/).includes('compile'));
}
