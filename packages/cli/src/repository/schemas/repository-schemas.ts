import { existsSync } from 'node:fs';
import { groupOf } from '@seatrial/compiler';
import {
  installedSchemas,
  kindIndex,
  schemasInMemory,
  type KindIndex,
  type SchemaSource,
} from '@seatrial/validator';
import {
  definitionsEntry,
  findKubernetesSchemas,
  type DefinitionSource,
} from '../../cache/schema-entries.ts';
import { readSchemaKinds, schemasOnDisk } from '../../cache/schema-files.ts';
import { firstOf } from '../../validate/clusters-to-validate.ts';
import { kindsOfClusters, type KindsOfCluster, type WrittenDefinition } from './kinds-of-clusters.ts';
import { knownDefinitions } from './known-definitions.ts';

/** The kinds that the clusters of a repository serve, as far as it is known. */
export interface RepositorySchemas {
  /** Where the repository defines a kind several times: the last one. */
  readonly kinds: KindIndex;
  readonly kindsOf: KindsOfCluster;
  readonly schemas: SchemaSource;
  /** Well-known definitions that objects need and the cache lacks. */
  readonly missing: readonly DefinitionSource[];
}

/**
 * The kinds of a Kubernetes version, of the definitions that the repository itself holds, and of well-known ones.
 *
 * @param objects every object that was found
 * @param definitions more CustomResourceDefinitions that the repository holds
 * @throws MissingFromCache
 */
export async function repositorySchemas(
  version: string,
  objects: readonly { readonly apiVersion: string; readonly kind: string }[],
  definitions: readonly WrittenDefinition[],
): Promise<RepositorySchemas> {
  const builtIn = findKubernetesSchemas(version);
  const bundles = [...definitions.map(({ object }) => object), ...objects]
    .map((object) => installedSchemas([object]))
    .filter((bundle) => bundle.kinds.length > 0);
  const installed = bundles.flatMap((bundle) => bundle.kinds);
  const own = kindIndex(await readSchemaKinds(builtIn), installed);
  const needed = neededDefinitions(objects, own);
  const prepared = needed.filter((source) => existsSync(definitionsEntry(source)));
  const folders = prepared.map(definitionsEntry);
  const kinds = await Promise.all([builtIn, ...folders].map(readSchemaKinds));
  const [ofVersion = [], ...known] = kinds;
  return {
    // What the repository itself holds is the version that it means.
    kinds: kindIndex(ofVersion, ...known, installed),
    kindsOf: kindsOfClusters(ofVersion, known, installed, definitions),
    schemas: firstOf(schemasInMemory(...bundles), schemasOnDisk(builtIn, ...folders)),
    missing: needed.filter((source) => !prepared.includes(source)),
  };
}

/** The well-known definitions of kinds that nothing else brings. */
export function neededDefinitions(
  objects: readonly { readonly apiVersion: string; readonly kind: string }[],
  own?: KindIndex,
): readonly DefinitionSource[] {
  const needed = new Map<string, DefinitionSource>();
  for (const { apiVersion, kind } of objects) {
    if (
      typeof apiVersion !== 'string' ||
      typeof kind !== 'string' ||
      (own?.versionsOf(groupOf(apiVersion), kind).length ?? 0) > 0
    )
      continue;
    const source = knownDefinitions(groupOf(apiVersion), kind);
    if (source !== undefined) needed.set(source.module, source);
  }
  return [...needed.values()];
}
