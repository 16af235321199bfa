import { expect, test } from 'vitest';
import { measure, measureInTurn, measureNode, median } from '../src/measure.ts';
import { printRows } from '../src/row.ts';

const cwd = process.cwd();

test('the peak memory is that of the whole process, threads included, and counts what it once held', async () => {
  const idle = await measureNode({ args: ['-e', '0'], cwd });
  // A worker holds 200 MB for a moment; the main thread holds nothing.
  const thread = `new (require('node:worker_threads').Worker)('Buffer.alloc(2e8, 1)', { eval: true })`;
  const busy = await measureNode({ args: ['-e', thread], cwd });
  expect(idle.peakBytes).toBeGreaterThan(1e7);
  expect(busy.peakBytes - idle.peakBytes).toBeGreaterThan(1.8e8);
  expect(busy.peakBytes - idle.peakBytes).toBeLessThan(4e8);
});

test('a program that fails fails the measurement, with what it said', async () => {
  await expect(
    measureNode({ args: ['-e', 'console.error("no such fleet"); process.exit(2)'], cwd }),
  ).rejects.toThrow(/ended with 2:\nno such fleet/);
  await expect(measure({ program: 'no-such-program', args: [], cwd })).rejects.toThrow('ENOENT');
});

test('subjects take turns, and each gets the median of its own runs', async () => {
  const order: string[] = [];
  const subject =
    (name: string, ...times: number[]) =>
    async () => {
      order.push(name);
      return { seconds: times.shift()!, peakBytes: 1 };
    };
  const medians = await measureInTurn(3, { a: subject('a', 9, 1, 2), b: subject('b', 5, 5, 7) });
  expect(order).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
  expect([medians.a.seconds, medians.b.seconds]).toEqual([2, 5]);
});

test('the median of an even number is between the middle two, of nothing an error', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(() => median([])).toThrow('nothing');
});

test('a goal is met up to its last digit and not beyond', () => {
  const row = (value: number) => ({
    what: 'w',
    ours: '1 s',
    theirs: '2 s',
    value,
    goal: 0.15,
    unit: 'ratio' as const,
  });
  const [, met, missed] = printRows([row(0.15), row(0.151)]).split('\n');
  expect(met).toMatch(/ met$/);
  expect(missed).toMatch(/NOT met$/);
});
