import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { converterDigest } from './converter-digest.ts';
import { digest } from './digest.ts';
import { MissingFromCache } from './missing-from-cache.ts';

/** Definitions (CRDs) inside a Go module: YAML files in the folder `path` of its zip. */
export interface DefinitionSource {
  /** Go module path, for example `github.com/external-secrets/external-secrets`. */
  readonly module: string;
  /** With the leading `v`. */
  readonly version: string;
  /** Folder or file inside the module, with `/`. */
  readonly path: string;
}

/** The folder with `index.json` and one `<digest>.json` for each schema. Throws {@link MissingFromCache}. */
export function findKubernetesSchemas(version: string): string {
  return present(kubernetesEntry(version), describeKubernetes(version));
}

/** As {@link findKubernetesSchemas}, with `crds.json`, the definitions themselves. Throws {@link MissingFromCache}. */
export function findDefinitions(source: DefinitionSource): string {
  return present(definitionsEntry(source), describeDefinitions(source));
}

export function kubernetesEntry(version: string): string {
  return join(cacheFolder(), 'schemas', `kubernetes-${version}-${converterDigest()}`);
}

export function definitionsEntry({ module, version, path }: DefinitionSource): string {
  return join(cacheFolder(), 'schemas', `definitions-${digest([module, version, path, converterDigest()])}`);
}

export function describeKubernetes(version: string): string {
  return `Kubernetes ${version}`;
}

export function describeDefinitions({ module, version, path }: DefinitionSource): string {
  return `the set of definitions in ${module} ${version} (${path})`;
}

function present(folder: string, thing: string): string {
  if (!existsSync(folder)) throw new MissingFromCache(thing);
  return folder;
}
