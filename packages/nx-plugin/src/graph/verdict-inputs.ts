import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TargetConfiguration } from '@nx/devkit';
import { absentCharts, runWithCompile } from '../hooks/names.ts';
import type { VerdictPackages } from './locked-packages.ts';

export type Inputs = NonNullable<TargetConfiguration['inputs']>;

/** Lock files that are not read: any change of them counts. */
const wholeLockFiles = ['pnpm-lock.yaml', 'yarn.lock', 'bun.lock', 'bun.lockb', 'package-lock.json'];

/**
 * What every verdict hangs on beside the trees: the packages that find it, and what the run itself adds. Of package-lock.json only
 * the entries of those packages count, because Nx would else take any change of it for a change of every tree;
 * `externalDependencies: []` switches that off.
 *
 * Never `fleet.ts`, although a verdict compares the tree with the model: it is only found where the committed tree is what
 * the model compiles to, and `compile --check` says whether it still is.
 */
export function verdictInputs(root: string, packages: VerdictPackages | undefined): Inputs {
  return [
    ...(packages === undefined ? lockFiles(root) : packageInputs(packages)),
    { externalDependencies: [] },
    { env: runWithCompile },
    { env: absentCharts },
  ];
}

function lockFiles(root: string): Inputs {
  return wholeLockFiles
    .filter((file) => existsSync(join(root, file)))
    .map((file) => `{workspaceRoot}/${file}`);
}

function packageInputs({ entries, ownFolders }: VerdictPackages): Inputs {
  return [
    ...ownFolders.flatMap((folder) => [
      `{workspaceRoot}/${folder}/**/*`,
      `!{workspaceRoot}/${folder}/test/**/*`,
    ]),
    {
      json: '{workspaceRoot}/package-lock.json',
      fields: entries.map((entry) => `packages.${entry}`),
    },
  ];
}
