import { posix } from 'node:path';
import { installedSchemas, kindIndex, type KindIndex, type SchemaKind } from '@seatrial/validator';
import { nearness } from '../files/nearness.ts';

/** A CustomResourceDefinition or ConstraintTemplate of the repository. */
export interface WrittenDefinition {
  readonly object: unknown;
  readonly file: string;
}

/** The kinds of a cluster, by its name and its own objects. */
export type KindsOfCluster = (cluster: string, own: readonly unknown[]) => KindIndex;

type Kinds = readonly SchemaKind[];

/**
 * One repository may define a kind several times, differently: for two releases, for an experiment, in two examples. A
 * cluster has the definition that is among its own objects, else the one that stands nearest to its folder, and of equally
 * near ones the longest, which leaves the most open.
 *
 * @param builtIn the kinds of the Kubernetes version
 * @param known kinds that are publicly known
 * @param installed the kinds that all definitions of the repository add; where nothing is nearer, the last one counts
 */
export function kindsOfClusters(
  builtIn: Kinds,
  known: readonly Kinds[],
  installed: Kinds,
  definitions: readonly WrittenDefinition[],
): KindsOfCluster {
  const everywhere = kindIndex(builtIn, ...known, installed);
  const doubtful = definedDifferently(installed);
  if (doubtful.size === 0) return () => everywhere;
  const candidates = definitions.flatMap(({ object, file }) => {
    const { kinds: defined, schemas } = installedSchemas([object]);
    const kinds = defined.filter((kind) => doubtful.has(keyOf(kind)));
    const size = Object.values(schemas).join('').length;
    return kinds.length === 0 ? [] : [{ kinds, size, folder: posix.dirname(file) }];
  });
  const made = new Map<string, KindIndex>();
  return (cluster, own) => {
    const near = candidates.toSorted(
      (one, other) =>
        nearness(cluster, one.folder) - nearness(cluster, other.folder) || one.size - other.size,
    );
    const chosen = [...near.flatMap(({ kinds }) => kinds), ...installedSchemas(own).kinds];
    const key = [...new Map(chosen.map((kind) => [keyOf(kind), kind.digest]))].sort().join();
    const kinds = made.get(key) ?? kindIndex(builtIn, ...known, installed, chosen);
    made.set(key, kinds);
    return kinds;
  };
}

function definedDifferently(kinds: Kinds): ReadonlySet<string> {
  const digests = Map.groupBy(kinds, keyOf);
  return new Set(
    [...digests].flatMap(([key, same]) => (new Set(same.map(({ digest }) => digest)).size > 1 ? [key] : [])),
  );
}

function keyOf({ apiVersion, kind }: Kinds[number]): string {
  return `${apiVersion} ${kind}`;
}
