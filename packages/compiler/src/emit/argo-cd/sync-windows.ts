import type { Placement } from '../../resolved/placement.ts';
import type { SyncWindow } from '../../resolved/sync.ts';

/** `spec.syncWindows` of the project that holds exactly these placements. */
export function syncWindowsOf(placements: readonly Placement[]): Record<string, unknown>[] {
  const windows = placements.flatMap(({ name, windows: own }) => own.map((window) => ({ name, window })));
  const alike = Map.groupBy(windows, ({ window }) => JSON.stringify(windowFields(window, [])));
  return [...alike.values()].flatMap((same) => {
    const names = new Set(same.map(({ name }) => name));
    const applications = names.size === placements.length ? ['*'] : [...names].sort();
    return same.slice(0, 1).map(({ window }) => windowFields(window, applications));
  });
}

function windowFields(window: SyncWindow, applications: readonly string[]): Record<string, unknown> {
  const { kind, schedule, duration, timeZone, manualSync } = window;
  return { kind, schedule, duration, timeZone, ...(manualSync ? { manualSync } : {}), applications };
}
