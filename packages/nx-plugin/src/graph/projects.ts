import type { ProjectConfiguration, TargetConfiguration } from '@nx/devkit';
import type { Inputs } from './verdict-inputs.ts';

type Project = Omit<ProjectConfiguration, 'root'>;

export const fleetProjectName = (fleet: string): string => `fleet-${fleet}`;

/**
 * The project of a model: it compiles the tree, and holds the verdict on what hangs on several clusters. Nx keeps nothing of
 * what `compile` writes: a cache hit would overwrite what people edit.
 */
export function fleetProject(fleet: string, inputs: Inputs, packages: string | undefined): Project {
  return {
    name: fleetProjectName(fleet),
    projectType: 'application',
    tags: ['seatrial:fleet', `seatrial:fleet:${fleet}`],
    targets: {
      compile: { executor: '@seatrial/nx-plugin:compile', options: { fleet }, cache: false },
      validate: verdict('validate', { fleet, packages }, inputs),
    },
  };
}

/** A tree of generated files that is checked on its own. */
export interface Tree {
  readonly fleet: string;
  /** Last part of the project's name: a cluster, or `argo-cd`. */
  readonly name: string;
  readonly inputs: Inputs;
  /** Digest of packages that no input can name. Options are part of what Nx keeps a verdict by. */
  readonly packages: string | undefined;
  /** Whether the workspace holds the model that the tree was compiled from. */
  readonly hasModel: boolean;
}

export function treeProject({ fleet, name, inputs, packages, hasModel }: Tree): Project {
  const part = name === 'argo-cd' ? { argoCd: true } : { cluster: name };
  const options = { fleet, ...part, packages };
  return {
    name: `tree-${fleet}-${name}`,
    projectType: 'application',
    tags: ['seatrial:tree', `seatrial:fleet:${fleet}`],
    targets: {
      validate: verdict('validate', options, inputs),
      verify: verdict('verify', options, inputs),
    },
    ...(hasModel ? { implicitDependencies: [fleetProjectName(fleet)] } : {}),
  };
}

function verdict(kind: string, options: object, inputs: Inputs): TargetConfiguration {
  return { executor: `@seatrial/nx-plugin:${kind}`, options, cache: true, inputs, outputs: [] };
}
