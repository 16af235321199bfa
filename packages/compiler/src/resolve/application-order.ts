import type { FleetModel } from '../model/fleet.ts';
import type { Problem } from './context.ts';

/** The order that `after` gives to applications. */
export interface ApplicationOrder {
  /** 0 for an application that waits for nothing, else one more than the latest that it waits for. */
  readonly wave: ReadonlyMap<string, number>;
  /** Everything that an application waits for, directly or not. */
  readonly earlier: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Orders the applications; a cycle is reported as the cycle that it is. */
export function orderApplications(
  model: FleetModel,
  report: (application: string, problem: Problem) => void,
): ApplicationOrder {
  const wave = new Map<string, number>();
  const earlier = new Map<string, Set<string>>();
  const visit = (name: string, trail: readonly string[]): void => {
    if (wave.has(name)) return;
    if (trail.includes(name)) {
      const cycle = [...trail.slice(trail.indexOf(name)), name];
      report(name, {
        code: 'SEA1005',
        sentence: `applications wait for each other: ${cycle.join(' → ')}`,
        hint: 'take one of these names out of an `after`',
        path: ['after'],
      });
      wave.set(name, 0);
      return;
    }
    const before = model.applications[name]?.after ?? [];
    for (const other of before) visit(other, [...trail, name]);
    if (wave.has(name)) return;
    wave.set(name, before.length === 0 ? 0 : 1 + Math.max(...before.map((other) => wave.get(other) ?? 0)));
    earlier.set(name, new Set(before.flatMap((other) => [other, ...(earlier.get(other) ?? [])])));
  };
  for (const name of Object.keys(model.applications)) visit(name, []);
  return { wave, earlier };
}
