import { duration } from '../duration.ts';
import { oneLine } from '../printable.ts';
import { signOf, type Look } from './lines.ts';
import type { OpenWait, State } from './open-waits.ts';

/** Waits that are shown, the longest first; the others are counted. */
const most = 5;
/** Milliseconds: what comes sooner would only flicker. */
const shortest = 500;

/** What is going on, as lines of at most `columns`: the state of all, then what is awaited, each with the last state seen. */
export function liveLines(state: State, look: Look): readonly string[] {
  const { colour, columns } = look;
  const now = state.now();
  const waits = [...state.waits.values()]
    .filter(({ since }) => now - since >= shortest)
    .sort((a, b) => a.since - b.since);
  const rest = waits.length - most;
  return [
    headLine(state, now, look),
    ...waits.slice(0, most).flatMap((wait) => waitLines(wait, now, look)),
    ...(rest > 0 ? [colour('dim', cut(`            and ${rest} more`, columns))] : []),
  ];
}

function headLine({ stage, claims, outcomes }: State, now: number, { colour, columns }: Look): string {
  const counts = [...outcomes].map(([outcome, count]) => ({ outcome, text: `${count} ${outcome}` }));
  const running = claims.size === 0 ? '' : `${claims.size} running`;
  const head = `${elapsed(now)}  ${oneLine(stage ?? 'starting')}`;
  const bare = [head, running, ...counts.map(({ text }) => `• ${text}`)]
    .filter((part) => part !== '')
    .join('  ');
  // Colours take no columns: a line that has to be cut is cut without them.
  if (bare.length > columns) return cut(bare, columns);
  const parts = [
    colour('bold', head),
    running === '' ? '' : colour('dim', running),
    ...counts.map(({ outcome, text }) => `${signOf(outcome, colour)} ${text}`),
  ];
  return parts.filter((part) => part !== '').join('  ');
}

function waitLines(
  { awaited, since, lastSeen }: OpenWait,
  now: number,
  { colour, columns }: Look,
): readonly string[] {
  const time = elapsed(now - since).padStart(10);
  const first = cut(`${time}  ${oneLine(awaited)}`, columns);
  if (lastSeen === undefined) return [first];
  return [first, colour('dim', cut(`            ${oneLine(lastSeen)}`, columns))];
}

function cut(text: string, columns: number): string {
  return text.length <= columns ? text : `${text.slice(0, Math.max(0, columns - 1))}…`;
}

/** Never in milliseconds: nobody reads them while they run. */
function elapsed(milliseconds: number): string {
  return milliseconds < 1000 ? `${(milliseconds / 1000).toFixed(1)} s` : duration(milliseconds);
}
