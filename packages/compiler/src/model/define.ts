import type { Application } from './application.ts';
import type { Chart } from './chart.ts';
import type { Cluster } from './cluster.ts';
import type { EnvironmentOf } from './fleet.ts';
import type { Hook } from './hook.ts';
import type { Override } from './override.ts';
import type { RawObject } from './raw-object.ts';
import type { Workload } from './workload.ts';

/*
 * For a fleet split over files: an object that comes from another file is no longer checked for unknown keys where it
 * is used, so each of these checks it where it is written, and keeps the names that the fleet is inferred from.
 */

export function defineClusters<const Clusters extends Record<string, Cluster>>(clusters: Clusters): Clusters {
  return clusters;
}

/**
 * An application in a file of its own. `clusters` only lend their names and environments; the names in `after` stay
 * literal and are checked by `defineFleet`.
 */
export function defineApplication<const Clusters extends Record<string, Cluster>, Components, const After extends string = never>(
  _clusters: Clusters,
  application: Application<Components, After, EnvironmentOf<NoInfer<Clusters>>, keyof NoInfer<Clusters> & string>,
): Application<Components, After, EnvironmentOf<Clusters>, keyof Clusters & string> {
  return application;
}

export function defineWorkload(workload: Workload): Workload {
  return workload;
}

export function defineChart(chart: Chart): Chart {
  return chart;
}

export function defineHook(hook: Hook): Hook {
  return hook;
}

/** A raw object, for instance one that satisfies a type of `kubernetes-models`. */
export function defineObject<const T extends RawObject>(object: T): T {
  return object;
}

/** What an environment, a role or a cluster changes of a workload, in a file of its own. */
export function overrideWorkload(override: Override<Workload>): Override<Workload> {
  return override;
}
