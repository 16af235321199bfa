import type { Run } from '../run/run.ts';
import type { Entry } from './entry.ts';
import type { ReplicatedCounter } from './replicated-counter.ts';
import type { Serving } from './serving.ts';
import type { PublicHost } from './takeover-plan.ts';

/** Milliseconds between two writes of one side. */
const writeEvery = 20;

/** The application's own writes, as the drill models them. */
export interface Writer {
  /** Writes that were tried and refused, by the cluster that tried: `at` of each. */
  readonly refused: ReadonlyMap<string, readonly number[]>;
  stop(): void;
}

/**
 * Writes every 20 ms on each side that takes itself for the active one: clients come to it and it answers them, or it
 * answers for hosts that only the active side has (its background workers need no client).
 * @param isLost the whole region is gone, with everything that writes in it
 */
export function startWriter(
  run: Run,
  clusters: readonly string[],
  {
    hosts,
    entry,
    serving,
    data,
  }: {
    readonly hosts: readonly PublicHost[];
    readonly entry: Entry;
    readonly serving: Serving;
    readonly data: ReplicatedCounter;
  },
  isLost: (cluster: string) => boolean,
): Writer {
  const refused = new Map<string, number[]>(clusters.map((cluster) => [cluster, []]));
  const writes = (cluster: string): boolean =>
    !isLost(cluster) &&
    hosts.some(
      ({ host, followsRole }) =>
        (followsRole || entry.sends(host, cluster)) && serving.answers(cluster, host),
    );
  const timer = setInterval(() => {
    const at = run.clock.now();
    data.advance(at);
    for (const cluster of clusters) {
      if (writes(cluster) && data.write(cluster, at) !== undefined) refused.get(cluster)?.push(at);
    }
  }, writeEvery);
  return { refused, stop: () => clearInterval(timer) };
}
