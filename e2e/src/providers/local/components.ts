import type { Run } from '../../run/run.ts';
import type { Child } from '../../run/supervisor.ts';
import {
  controllerManagerProcess,
  kwokProcess,
  schedulerProcess,
  type ClusterPlan,
} from './control-plane-processes.ts';

/** What works on an API server, as the keys of a cluster's processes. */
const components = {
  'kube-controller-manager': controllerManagerProcess,
  'kube-scheduler': schedulerProcess,
  kwok: kwokProcess,
} as const;
export type ComponentName = keyof typeof components;

/** Starts them and puts them into `processes`. */
export async function startComponents(
  run: Run,
  plan: ClusterPlan,
  processes: Map<string, Child>,
): Promise<Record<ComponentName, Child>> {
  const started = await Promise.all(
    Object.entries(components).map(async ([name, process]) => {
      const child = await run.supervisor.start(process(run.programs, plan));
      processes.set(name, child);
      return [name, child] as const;
    }),
  );
  return Object.fromEntries(started) as Record<ComponentName, Child>;
}

/**
 * Ends them at once, to be started anew. What lost its API server asks for it ever more rarely (after half a minute away, a
 * Deployment waited 80 s for its pod); on a real cluster two of them lose their leases, end, and are started anew.
 */
export async function endComponents(processes: ReadonlyMap<string, Child>): Promise<void> {
  await Promise.all(Object.keys(components).map((name) => processes.get(name)?.kill()));
}
