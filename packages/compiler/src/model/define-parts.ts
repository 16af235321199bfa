import type { ArgoCd } from './argo-cd.ts';
import type { Chart } from './chart.ts';
import type { Cluster } from './cluster.ts';
import type { Hook } from './hook.ts';
import type { Override } from './override.ts';
import type { RawObject } from './raw-object.ts';
import type { Workload } from './workload.ts';

/*
 * Parts of a fleet in files of their own. An object that comes from another file is no longer checked for unknown
 * keys where the fleet uses it; each of these checks it where it is written.
 */

export function defineClusters<const Clusters extends Record<string, Cluster>>(clusters: Clusters): Clusters {
  return clusters;
}

export function defineWorkload(workload: Workload): Workload {
  return workload;
}

/** What an environment, a role or a cluster changes of a workload. */
export function overrideWorkload(override: Override<Workload>): Override<Workload> {
  return override;
}

export function defineChart(chart: Chart): Chart {
  return chart;
}

/** What an environment, a role or a cluster changes of a chart. */
export function overrideChart(override: Override<Chart>): Override<Chart> {
  return override;
}

export function defineHook(hook: Hook): Hook {
  return hook;
}

/** What an environment, a role or a cluster changes of a hook. */
export function overrideHook(override: Override<Hook>): Override<Hook> {
  return override;
}

/** A raw object; a type of `kubernetes-models` as its argument checks the rest of it. */
export function defineObject<T extends RawObject>(object: T): T {
  return object;
}

/** The names of applications in it are checked by `defineFleet`. */
export function defineArgoCd<const Applications extends string>(
  argoCd: ArgoCd<Applications>,
): ArgoCd<Applications> {
  return argoCd;
}
