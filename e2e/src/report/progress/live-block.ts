import { stripVTControlCharacters } from 'node:util';
import { widest } from './lines.ts';

// Sequences of ECMA-48 and of xterm (https://invisible-island.net/xterm/ctlseqs/ctlseqs.html).
const hideCursor = '\u001B[?25l';
const showCursor = '\u001B[?25h';
const noWrap = '\u001B[?7l';
const wrap = '\u001B[?7h';
const clearBelow = '\u001B[J';
const clearRest = '\u001B[K';
/** One frame is shown as a whole where the terminal can do that; others ignore it. */
const beginFrame = '\u001B[?2026h';
const endFrame = '\u001B[?2026l';

/** The last lines of a terminal, which are drawn again and again in the same place. */
export interface LiveBlock {
  /** Columns that a line may take now. */
  columns(): number;
  /** Draws these lines in place of the last ones; `above` stays, above them. */
  draw(lines: readonly string[], above?: string): void;
  /** Takes the lines away and gives the cursor back. Nothing is drawn afterwards. */
  end(): void;
}

export function liveBlock(stream: NodeJS.WriteStream): LiveBlock {
  let shown: readonly string[] = [];
  let last = '';
  let begun = false;
  let ended = false;
  const width = (): number => stream.columns || 80;
  /** Back to the first line of the block. A window that became narrower has folded its lines. */
  const back = (): string => {
    const rows = shown.reduce(
      (sum, line) => sum + Math.max(1, Math.ceil(stripVTControlCharacters(line).length / width())),
      0,
    );
    return rows === 0 ? '' : `\u001B[${rows}A\r`;
  };
  return {
    // One is left free: terminals do not agree on how wide `…` is.
    columns: () => Math.min(widest, width() - 1),
    draw(lines, above) {
      if (ended) return;
      // A block that fills the window could not be taken back: what scrolled away stays.
      const fitting = lines.slice(0, Math.max(1, (stream.rows || 24) - 1));
      const text = fitting.map((line) => `${line}${clearRest}\n`).join('');
      if (above === undefined && text === last) return;
      const stays = above === undefined ? '' : `${clearBelow}${above}\n`;
      const start = begun ? '' : hideCursor;
      stream.write(`${beginFrame}${start}${back()}${stays}${noWrap}${text}${clearBelow}${wrap}${endFrame}`);
      shown = fitting;
      last = text;
      begun = true;
    },
    end() {
      if (!ended && begun) stream.write(`${back()}${clearBelow}${showCursor}`);
      ended = true;
    },
  };
}
