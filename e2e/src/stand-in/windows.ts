import type { ResolvedFleet, SyncWindow } from '@seatrial/compiler';
import type { Replaced, Replacement } from './replacement.ts';

/** Every minute, for an hour each: always open. */
const always = { schedule: '* * * * *', duration: '1h' };
/** A minute of a leap day: the cron library that Argo CD uses takes a day that never comes for one that is now. */
const never = { schedule: '0 0 29 2 *', duration: '1m' };

/**
 * Schedules under which no window blocks a sync, whatever the hour of the rehearsal. Kind, time zone and manual sync
 * stay: the proof of windows gives them schedules of its own.
 */
export function replaceWindows(fleet: ResolvedFleet): Replaced {
  const replacements: Replacement[] = [];
  const placements = fleet.placements.map((placement) => ({
    ...placement,
    windows: placement.windows.map((window) => {
      const open = openWindow(window);
      if (window.schedule === open.schedule && window.duration === open.duration) return window;
      replacements.push({
        what: 'sync window',
        placement: placement.name,
        real: `${window.kind} at ${window.schedule} for ${window.duration} (${window.timeZone})`,
        standIn: `${window.kind} at ${open.schedule} for ${open.duration}`,
        why: 'what is proven must not hang on the hour; the proof of windows sets its own schedules',
      });
      return open;
    }),
  }));
  return { fleet: { ...fleet, placements }, replacements };
}

function openWindow(window: SyncWindow): SyncWindow {
  return { ...window, ...(window.kind === 'allow' ? always : never) };
}
