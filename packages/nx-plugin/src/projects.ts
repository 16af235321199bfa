import type { ProjectConfiguration, TargetConfiguration } from '@nx/devkit';
import { treeInputs } from './tree-inputs.ts';

type Project = Omit<ProjectConfiguration, 'root'>;

export const fleetProjectName = (fleet: string): string => `fleet-${fleet}`;

/** The project of a model. Nx keeps nothing of what `compile` writes: a cache hit would overwrite what people edit. */
export function fleetProject(fleet: string): Project {
  return {
    name: fleetProjectName(fleet),
    projectType: 'application',
    tags: ['seatrial:fleet', `seatrial:fleet:${fleet}`],
    targets: { compile: { ...run(`compile ${fleet}`), cache: false } },
  };
}

/** A tree of generated files that is checked on its own. */
export interface Tree {
  readonly fleet: string;
  /** Last part of the project's name: a cluster, or `argo-cd`. */
  readonly name: string;
  /** Arguments that select the tree on the command line. */
  readonly selection: string;
  /** Folders beside its own that the tree leads to, relative to the workspace's root. */
  readonly folders: readonly string[];
  /** Whether the workspace holds the model that the tree was compiled from. */
  readonly hasModel: boolean;
}

export function treeProject({ fleet, name, selection, folders, hasModel }: Tree): Project {
  const inputs = treeInputs(folders);
  const check = (command: string): TargetConfiguration => ({
    ...run(`${command} ${fleet} ${selection}`),
    cache: true,
    inputs,
    outputs: [],
  });
  return {
    name: `tree-${fleet}-${name}`,
    projectType: 'application',
    tags: ['seatrial:tree', `seatrial:fleet:${fleet}`],
    targets: { validate: check('validate'), verify: check('verify') },
    ...(hasModel ? { implicitDependencies: [fleetProjectName(fleet)] } : {}),
  };
}

function run(command: string): TargetConfiguration {
  return { command: `seatrial ${command}`, options: { cwd: '{workspaceRoot}' } };
}
