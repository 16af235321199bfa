import type { TerminalProgress } from '../progress.ts';
import { duration } from '../duration.ts';
import { claimLine, plain, stageLine, stampedLines, widest } from './lines.ts';
import { newState } from './open-waits.ts';

/** Milliseconds after which a wait is told, and between two lines of the same one. */
const longWait = 5_000;
const again = 10_000;

const look = { colour: plain, columns: widest };

/** Lines for a CI: every stage, note and outcome; of waits only the long ones, now and then, with the last state seen. */
export function plainProgress(stream: NodeJS.WriteStream): TerminalProgress {
  const state = newState();
  const toldAt = new Map<number, number>();
  const write = (lines: string): boolean => stream.write(`${lines}\n`);
  const tellWaits = (): void => {
    const now = state.now();
    for (const { id, awaited, since, lastSeen } of state.waits.values()) {
      if (now < (toldAt.get(id) ?? since + longWait - again) + again) continue;
      toldAt.set(id, now);
      const seen = lastSeen === undefined ? '' : `; last seen: ${lastSeen}`;
      write(stampedLines(now, `awaiting for ${duration(now - since)}: ${awaited}${seen}`, look));
    }
  };
  const timer = setInterval(tellWaits, 1000).unref();
  return {
    tell(event) {
      const began = state.take(event);
      if (event.kind === 'stage') write(stageLine(event, look));
      if (event.kind === 'note') write(stampedLines(event.at, event.text, look));
      if (event.kind === 'claim' && event.state === 'ended') write(claimLine(event, began, look));
      if (event.kind !== 'wait' || event.state === 'begun' || event.state === 'looking') return;
      toldAt.delete(event.id);
      if (event.state !== 'timed out') return;
      const seen = event.lastSeen === undefined ? '' : `; last seen: ${event.lastSeen}`;
      write(stampedLines(event.at, `timed out: ${event.awaited}${seen}`, look));
    },
    end() {
      clearInterval(timer);
    },
  };
}
