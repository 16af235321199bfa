import type { ResolvedFleet, SyncWindow } from '@seatrial/compiler';

/** What the windows of every placement are to say. */
export type WindowState =
  /** Every deny window is on now, and so is every allow window. */
  | 'a deny window is on'
  /** No window is on now. */
  | 'no allow window is on'
  /** Every allow window is on now, no deny window is. */
  | 'the windows allow';

/** The kind of window that keeps a placement from being synced in each state. */
export const deniedBy: Readonly<Record<WindowState, SyncWindow['kind'] | undefined>> = {
  'a deny window is on': 'deny',
  'no allow window is on': 'allow',
  'the windows allow': undefined,
};

/** The fleet with schedules of these windows' own time zones under which they say it at this moment. */
export function withWindows(fleet: ResolvedFleet, state: WindowState, now: Date): ResolvedFleet {
  const isOn = (kind: SyncWindow['kind']): boolean =>
    kind === 'deny' ? state === 'a deny window is on' : state !== 'no allow window is on';
  return {
    ...fleet,
    placements: fleet.placements.map((placement) => ({
      ...placement,
      windows: placement.windows.map((window) => ({
        ...window,
        ...(isOn(window.kind) ? around(now, window.timeZone) : wellBefore(now, window.timeZone)),
      })),
    })),
  };
}

const minute = 60_000;

/** Every day for an hour that began 20 minutes ago. */
function around(now: Date, timeZone: string): Pick<SyncWindow, 'schedule' | 'duration'> {
  return { schedule: dailyAt(new Date(now.getTime() - 20 * minute), timeZone), duration: '1h' };
}

/** Every day for an hour that ended two hours ago. */
function wellBefore(now: Date, timeZone: string): Pick<SyncWindow, 'schedule' | 'duration'> {
  return { schedule: dailyAt(new Date(now.getTime() - 180 * minute), timeZone), duration: '1h' };
}

/** A cron expression for this moment's hour and minute, as a clock in the time zone shows them. */
function dailyAt(moment: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  }).formatToParts(moment);
  const read = (type: 'hour' | 'minute'): number => Number(parts.find((part) => part.type === type)?.value);
  return `${read('minute')} ${read('hour')} * * *`;
}
