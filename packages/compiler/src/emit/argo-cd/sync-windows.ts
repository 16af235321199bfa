import type { Placement } from '../../resolved/placement.ts';
import type { SyncWindow } from '../../resolved/sync.ts';

/** `spec.syncWindows` of the project that holds exactly these placements. */
export function syncWindowsOf(placements: readonly Placement[]): Record<string, unknown>[] {
  const concerned = new Map<string, { readonly window: SyncWindow; readonly names: Set<string> }>();
  for (const placement of placements) {
    for (const window of placement.windows) {
      const key = JSON.stringify(windowFields(window));
      const entry = concerned.get(key) ?? { window, names: new Set() };
      entry.names.add(placement.name);
      concerned.set(key, entry);
    }
  }
  return [...concerned.values()].map(({ window, names }) => ({
    ...windowFields(window),
    applications: names.size === placements.length ? ['*'] : [...names].sort(),
  }));
}

function windowFields({ kind, schedule, duration, timeZone, manualSync }: SyncWindow): Record<string, unknown> {
  return { kind, schedule, duration, timeZone, ...(manualSync ? { manualSync } : {}) };
}
