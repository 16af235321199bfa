import type { TerminalProgress } from '../progress.ts';
import { claimLine, coloured, plain, stageLine, stampedLines, type Look } from './lines.ts';
import { liveBlock } from './live-block.ts';
import { liveLines } from './live-lines.ts';
import { newState } from './open-waits.ts';

/** Milliseconds between two drawings. */
const frame = 100;

/** Lines that stay, and below them what is going on, redrawn in place until {@link TerminalProgress.end}. */
export function liveProgress(stream: NodeJS.WriteStream): TerminalProgress {
  const noColor = process.env['NO_COLOR'];
  const colour = noColor === undefined || noColor === '' ? coloured : plain;
  const state = newState();
  const block = liveBlock(stream);
  const look = (): Look => ({ colour, columns: block.columns() });
  const draw = (above?: string): void => block.draw(liveLines(state, look()), above);
  const timer = setInterval(() => draw(), frame).unref();
  // The cursor is hidden meanwhile: also whoever ends the process without a word gets it back.
  const restore = (): void => block.end();
  process.once('exit', restore);
  return {
    tell(event) {
      const began = state.take(event);
      if (event.kind === 'stage') draw(stageLine(event, look()));
      if (event.kind === 'note') draw(stampedLines(event.at, event.text, look()));
      if (event.kind === 'claim' && event.state === 'ended') draw(claimLine(event, began, look()));
      if (event.kind === 'wait' && event.state === 'timed out') {
        const seen = event.lastSeen === undefined ? '' : `; last seen: ${event.lastSeen}`;
        draw(stampedLines(event.at, `timed out: ${event.awaited}${seen}`, look()));
      }
    },
    end() {
      clearInterval(timer);
      process.removeListener('exit', restore);
      restore();
    },
  };
}
