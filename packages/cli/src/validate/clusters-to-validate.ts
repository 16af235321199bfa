import type { ResolvedFleet } from '@seatrial/compiler';
import {
  installedSchemas,
  kindIndex,
  schemasInMemory,
  type KindIndex,
  type SchemaBundle,
  type SchemaSource,
} from '@seatrial/validator';
import { findDefinitions, findKubernetesSchemas } from '../cache/schema-entries.ts';
import { readSchemaKinds, schemasOnDisk } from '../cache/schema-files.ts';
import { argoCdDefinitions } from './argo-cd-definitions.ts';

/** A cluster and the kinds that it serves. */
export interface ClusterSchemas {
  readonly name: string;
  /** Exact version: `1.29.15`. */
  readonly kubernetes: string;
  readonly kinds: KindIndex;
}

/** The clusters of a fleet with the kinds that each serves, and where the schemas of those kinds are. */
export interface FleetSchemas {
  readonly clusters: readonly ClusterSchemas[];
  readonly schemas: SchemaSource;
}

/**
 * What each cluster serves once the fleet is there: the kinds of its own Kubernetes version, of the definitions that
 * its charts name, of those that its objects and rendered charts hold, and of Argo CD where one runs.
 * @throws MissingFromCache
 */
export async function schemasOfFleet(fleet: ResolvedFleet): Promise<FleetSchemas> {
  const hubs = new Set(fleet.argoCd.instances.map(({ cluster }) => cluster));
  const folders = new Set<string>();
  const bundles: SchemaBundle[] = [];
  const kindsIn = async (folder: string) => {
    folders.add(folder);
    return readSchemaKinds(folder);
  };
  const clusters = await Promise.all(
    fleet.clusters.map(async ({ name, kubernetes }) => {
      const placements = fleet.placements.filter(({ cluster }) => cluster === name);
      const charts = placements.flatMap((placement) => placement.charts);
      const sources = charts.flatMap(({ definitions }) => definitions?.source ?? []);
      if (hubs.has(name)) sources.push(argoCdDefinitions);
      const objects = [
        ...placements.flatMap((placement) => placement.objects.map(({ object }) => object)),
        ...charts.flatMap((chart) => chart.objects ?? []),
      ];
      const installed = installedSchemas(objects);
      bundles.push(installed);
      const builtIn = await kindsIn(findKubernetesSchemas(kubernetes.version));
      const defined = await Promise.all([...new Set(sources.map(findDefinitions))].map(kindsIn));
      return { name, kubernetes: kubernetes.version, kinds: kindIndex(builtIn, ...defined, installed.kinds) };
    }),
  );
  return { clusters, schemas: firstOf(schemasInMemory(...bundles), schemasOnDisk(...folders)) };
}

/** Asks one source after the other; what the last one says counts when none has it. */
export function firstOf(...sources: readonly SchemaSource[]): SchemaSource {
  return {
    async read(digest) {
      let failure: unknown;
      for (const source of sources) {
        try {
          return await source.read(digest);
        } catch (error) {
          failure = error;
        }
      }
      throw failure;
    },
  };
}
