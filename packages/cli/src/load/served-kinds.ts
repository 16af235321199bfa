import type { ResolvedCluster, Placement } from '@seatrial/compiler';
import { installedSchemas, type SchemaKind } from '@seatrial/validator';
import { findDefinitions, findKubernetesSchemas } from '../cache/schema-entries.ts';
import { readSchemaKinds } from '../cache/schema-files.ts';

/**
 * The kinds that a cluster serves once the placements are there: those of its version, and those of definitions that
 * the placements hold or name.
 * @throws MissingFromCache
 */
export async function servedKinds(
  cluster: ResolvedCluster,
  placements: readonly Placement[],
): Promise<readonly SchemaKind[]> {
  const sources = placements.flatMap(({ charts }) =>
    charts.flatMap(({ definitions }) => definitions?.source ?? []),
  );
  const folders = [findKubernetesSchemas(cluster.kubernetes.version), ...sources.map(findDefinitions)];
  const kinds = await Promise.all([...new Set(folders)].map(readSchemaKinds));
  const own = installedSchemas(
    placements.flatMap(({ objects }) => objects.map(({ object }) => object)),
  ).kinds;
  return [...kinds.flat(), ...own];
}

/** Kinds as helm's `.Capabilities.APIVersions` has them: `apps/v1` and `apps/v1/Deployment`. */
export function capabilitiesOf(kinds: readonly SchemaKind[]): readonly string[] {
  return [...new Set(kinds.flatMap(({ apiVersion, kind }) => [apiVersion, `${apiVersion}/${kind}`]))].sort();
}
