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

/** Most clusters of a fleet serve the same kinds, and there are hundreds of them. What a key names never changes. */
const indexes = new Map<string, KindIndex>();

/**
 * What each cluster serves once the fleet is there: the kinds of its own Kubernetes version, of the definitions that
 * its charts name, of those that its objects and rendered charts hold, and of Argo CD where one runs.
 * @throws MissingFromCache
 */
export async function schemasOfFleet(fleet: ResolvedFleet): Promise<FleetSchemas> {
  const hubs = new Set(fleet.argoCd.instances.map(({ cluster }) => cluster));
  const placementsOn = Map.groupBy(fleet.placements, ({ cluster }) => cluster);
  const bundles = new Map<string, SchemaBundle>();
  const kindsIn = onceEach(readSchemaKinds);
  const clusters = await Promise.all(
    fleet.clusters.map(async ({ name, kubernetes }) => {
      const placements = placementsOn.get(name) ?? [];
      const charts = placements.flatMap((placement) => placement.charts);
      const sources = charts.flatMap(({ definitions }) => definitions?.source ?? []);
      if (hubs.has(name)) sources.push(argoCdDefinitions);
      const objects = [
        ...placements.flatMap((placement) => placement.objects.map(({ object }) => object)),
        ...charts.flatMap((chart) => chart.objects ?? []),
      ];
      const installed = installedSchemas(objects);
      const own = JSON.stringify(installed.kinds);
      bundles.set(own, installed);
      const folders = [
        findKubernetesSchemas(kubernetes.version),
        ...new Set(sources.map((source) => findDefinitions(source))),
      ];
      const [builtIn = [], ...defined] = await Promise.all(folders.map(kindsIn.get));
      const key = [...folders, own].join();
      const kinds = indexes.get(key) ?? kindIndex(builtIn, ...defined, installed.kinds);
      indexes.set(key, kinds);
      return { name, kubernetes: kubernetes.version, kinds };
    }),
  );
  return {
    clusters,
    schemas: firstOf(schemasInMemory(...bundles.values()), schemasOnDisk(...kindsIn.keys())),
  };
}

/** Makes the result for each name once; `keys` are the names that were asked for. */
function onceEach<Result>(make: (name: string) => Promise<Result>): {
  readonly get: (name: string) => Promise<Result>;
  readonly keys: () => Iterable<string>;
} {
  const made = new Map<string, Promise<Result>>();
  return {
    get(name) {
      const known = made.get(name) ?? make(name);
      made.set(name, known);
      return known;
    },
    keys: () => made.keys(),
  };
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
