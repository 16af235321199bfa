import { isRecord } from '../objects/merge-patch.ts';
import type { FleetModel } from './fleet.ts';
import type { VersionsFile } from './versions.ts';

/** Files beside the model that it names; paths are relative to the fleet's folder. */
export interface InputRequests {
  readonly versions: readonly { environment: string; path: string }[];
  readonly bases: readonly { application: string; component: string; path: string }[];
}

/** What was read of them. */
export interface Inputs {
  /** By environment. */
  readonly versions: Readonly<Record<string, VersionsFile>>;
  /** By path as the model writes it: what kustomize builds, and the files and folders that it reads, from the repository's root. */
  readonly bases: Readonly<
    Record<string, { folder: string; objects: readonly unknown[]; reads: readonly string[] }>
  >;
}

function basesIn(part: unknown): [string, string][] {
  if (!isRecord(part) || !isRecord(part['bases'])) return [];
  return Object.entries(part['bases']).flatMap(([component, base]) =>
    isRecord(base) && typeof base['path'] === 'string' ? [[component, base['path']] as [string, string]] : [],
  );
}

/** What must be read before the model can be resolved, overrides included. */
export function inputsOf(model: FleetModel): InputRequests {
  return {
    versions: Object.entries(model.environments ?? {}).flatMap(([environment, { versions }]) =>
      versions === undefined ? [] : [{ environment, path: versions }],
    ),
    bases: Object.entries(model.applications).flatMap(([application, settings]) =>
      [
        settings,
        ...Object.values(settings.perEnvironment ?? {}),
        ...Object.values(settings.perRole ?? {}),
        ...Object.values(settings.perCluster ?? {}),
      ].flatMap((part) => basesIn(part).map(([component, path]) => ({ application, component, path }))),
    ),
  };
}
