import { execFileSync } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { progressTo } from '../../src/report/progress.ts';
import { summaryOf } from '../../src/report/summary.ts';
import { hostileRehearsal } from './hostile-rehearsal.ts';
import { sampleRehearsal } from './sample-rehearsal.ts';

const fakeStream = (): { stream: NodeJS.WriteStream; text: () => string } => {
  let text = '';
  const stream = { columns: 80, rows: 24, write: (part: string) => ((text += part), true) };
  return { stream: stream as unknown as NodeJS.WriteStream, text: () => text };
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

const at = (): number => performance.now();
const awaited = 'luneo-prod-eu-west-1 is synced';

it('plain: a line a stage and an outcome, and a long wait every ten seconds with the last state seen', () => {
  const { stream, text } = fakeStream();
  const progress = progressTo(stream, { terminal: false });
  const zero = at();
  const now = (): number => at() - zero;
  progress.tell({ kind: 'stage', at: now(), title: 'Syncs' });
  progress.tell({ kind: 'claim', at: now(), claim: 'syncs/a', state: 'begun' });
  progress.tell({ kind: 'wait', at: now(), id: 1, awaited: 'soon there', state: 'begun' });
  progress.tell({ kind: 'wait', at: now(), id: 2, awaited, state: 'begun' });
  progress.tell({ kind: 'wait', at: now(), id: 2, awaited, state: 'looking', lastSeen: 'OutOfSync' });
  vi.advanceTimersByTime(1000);
  progress.tell({ kind: 'wait', at: now(), id: 1, awaited: 'soon there', state: 'met' });
  vi.advanceTimersByTime(15_000);
  progress.tell({ kind: 'wait', at: now(), id: 2, awaited, state: 'timed out', lastSeen: 'Unknown' });
  progress.tell({ kind: 'claim', at: now(), claim: 'syncs/a', state: 'ended', outcome: 'timeout' });
  vi.advanceTimersByTime(60_000);
  progress.end();
  expect(text().split('\n')).toEqual([
    '   0.0 s  Syncs',
    `   5.0 s  awaiting for 5.0 s: ${awaited}; last seen: OutOfSync`,
    `  15.0 s  awaiting for 15.0 s: ${awaited}; last seen: OutOfSync`,
    `  16.0 s  timed out: ${awaited}; last seen: Unknown`,
    '  16.0 s  ⧗ timeout  syncs/a  16.0 s',
    '',
  ]);
});

it('live: hides the cursor once, gives it back, and leaves only the lines that stay', () => {
  vi.stubEnv('TERM', 'xterm-256color');
  vi.stubEnv('NO_COLOR', '1');
  const { stream, text } = fakeStream();
  const progress = progressTo(stream, { terminal: true });
  progress.tell({ kind: 'stage', at: 0, title: 'Syncs' });
  progress.tell({ kind: 'wait', at: 0, id: 1, awaited, state: 'begun' });
  vi.advanceTimersByTime(3000);
  progress.tell({ kind: 'claim', at: 3000, claim: 'syncs/a', state: 'ended', outcome: 'proven' });
  progress.end();
  progress.end();
  const written = text();
  expect(written.split('\u001B[?25l')).toHaveLength(2);
  expect(written.split('\u001B[?25h')).toHaveLength(2);
  expect(written.endsWith('\u001B[J\u001B[?25h')).toBe(true);
  expect(written).toContain(awaited);
  // NO_COLOR: sequences that move or clear, none that colours.
  expect(written.split('\u001B[').filter((part) => /^\d*m/.test(part))).toHaveLength(0);
});

it('live: what a cluster says moves no cursor, and no line is wider than the window', () => {
  vi.stubEnv('TERM', 'xterm-256color');
  vi.stubEnv('NO_COLOR', '1');
  const { stream, text } = fakeStream();
  const progress = progressTo(stream, { terminal: true });
  const lastSeen = `\u001B[2J\u001B[5A${'Degraded '.repeat(30)}\nnew line`;
  progress.tell({ kind: 'wait', at: 0, id: 1, awaited: 'x '.repeat(200), state: 'looking', lastSeen });
  vi.advanceTimersByTime(1000);
  progress.end();
  expect(text()).not.toContain('\u001B[2J');
  expect(text()).not.toContain('\u001B[5A');
  for (const line of text().split('\n'))
    expect(stripVTControlCharacters(line).replaceAll('\r', '').length).toBeLessThan(80);
});

it('the summary has lines of at most 100 columns, every failure with its reason, and the report', () => {
  const rehearsal = sampleRehearsal();
  const summary = summaryOf(rehearsal, '/report/rehearsal.html');
  for (const line of summary.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  const words = summary.replaceAll(/\s+/g, ' ');
  for (const { outcome, reason } of rehearsal.proofs)
    if (outcome === 'disproven' || outcome === 'timeout') expect(words).toContain(reason);
  expect(summary).toContain('Report: /report/rehearsal.html');
  expect(summaryOf(hostileRehearsal())).not.toContain('\u001B');
});

it.runIf(process.platform === 'linux')(
  'on a real terminal: what is left behind is the lines that stay',
  () => {
    vi.useRealTimers();
    const program = new URL('told-process.ts', import.meta.url).pathname;
    const typescript = execFileSync(
      'script',
      ['-qec', `stty cols 60 rows 10; '${process.execPath}' '${program}'`, '/dev/null'],
      { encoding: 'utf8', env: { ...process.env, TERM: 'xterm-256color', NO_COLOR: '1' } },
    );
    expect(screenOf(typescript)).toEqual(['          Syncs', '          ✓ proven  syncs/a', 'after']);
  },
);

/** The lines of a terminal after all that was written to it; times are left out. */
function screenOf(written: string): readonly string[] {
  const lines: string[] = [''];
  let row = 0;
  // Every line is written from its beginning and as a whole, so only rows have to be counted.
  for (const part of written.split(/(?=\p{Cc})/v)) {
    const up = /^\[(\d+)A$/.exec(part.slice(1));
    const text = stripVTControlCharacters(part).replaceAll(/\p{Cc}/gv, '');
    if (up !== null) row -= Number(up[1]);
    else if (part.startsWith('\n')) lines[(row += 1)] ??= '';
    else if (part === '\u001B[J') lines.splice(row, lines.length, '');
    if (text !== '') lines[row] = text;
  }
  return lines
    .map((line) => line.replace(/^ *[\d.]+ s {2}/, ' '.repeat(10)).replace(/ {2}\d+ ms$/, ''))
    .filter((line) => line !== '');
}
