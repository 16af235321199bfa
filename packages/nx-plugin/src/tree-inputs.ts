import type { TargetConfiguration } from '@nx/devkit';

type Inputs = NonNullable<TargetConfiguration['inputs']>;

/**
 * Packages of the lock file that a verdict depends on. Named one by one in `json` inputs, because Nx would else count any
 * change of the lock file against every tree; `externalDependencies: []` switches that off.
 */
const lockedPackages = [
  '@seatrial/cli',
  '@seatrial/compiler',
  '@seatrial/guests',
  '@seatrial/validator',
  '@wasmer/sdk',
  'kubernetes-models',
  'yaml',
  'zod',
];

/** Sources of the engines and of the checks where the workspace holds them itself, as Seatrial's own repository does. */
const ownSources = [
  '{workspaceRoot}/packages/{cli,compiler,validator}/{bin,src}/**/*',
  '{workspaceRoot}/tools/guests/**/*',
];

/**
 * What the verdict on a tree depends on: its committed files, everything they lead to, and the versions of engines and
 * checks. Never `fleet.ts`, although `verify` compares the tree with the model's objects: `compile --check` runs first
 * and fails when the committed tree is not what the model compiles to, so behind it an unchanged tree is an unchanged
 * model as far as this tree goes, and the cached verdict still holds.
 *
 * @param folders relative to the workspace's root: bases, and folders of the author's that kustomize reads.
 */
export function treeInputs(folders: readonly string[]): Inputs {
  return [
    '{projectRoot}/**/*',
    ...folders.map((folder) => `{workspaceRoot}/${folder}/**/*`),
    ...ownSources,
    {
      json: '{workspaceRoot}/package-lock.json',
      fields: lockedPackages.map((name) => `packages.node_modules/${name}`),
    },
    { externalDependencies: [] },
  ];
}
