import type { ProjectConfiguration, TargetConfiguration } from '@nx/devkit';
import type { Inputs } from './verdict-inputs.ts';

type Project = Omit<ProjectConfiguration, 'root'>;

export const fleetProjectName = (fleet: string): string => `fleet-${fleet}`;

/**
 * The project of a model: it compiles the tree, holds the verdict on what hangs on several clusters, and is rehearsed. Nx
 * keeps nothing of what `compile` writes: a cache hit would overwrite what people edit.
 */
export function fleetProject(fleet: string, inputs: Inputs, packages: string | undefined): Project {
  return {
    name: fleetProjectName(fleet),
    projectType: 'application',
    tags: ['seatrial:fleet', `seatrial:fleet:${fleet}`],
    targets: {
      compile: { executor: '@seatrial/nx-plugin:compile', options: { fleet }, cache: false },
      validate: verdict('validate', { fleet, packages }, inputs),
      // What was shown once says nothing about now, and two rehearsals at once would share one machine.
      rehearse: { ...commandLine(`rehearse ${fleet}`), parallelism: false },
      'cluster-up': { ...commandLine(`cluster-up ${fleet}`), continuous: true },
    },
  };
}

/** A command that people watch while it runs, and that takes their arguments as they are. Nothing of it is ever kept. */
function commandLine(command: string): TargetConfiguration {
  return { executor: 'nx:run-commands', options: { command: `seatrial ${command}` }, cache: false };
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
