import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { planWrite } from '../../src/write/plan-write.ts';
import { recoverTree } from '../../src/write/recover-tree.ts';
import type { TreeLocation } from '../../src/write/tree-location.ts';
import { writeTree } from '../../src/write/write-tree.ts';
import { contentsOf, put, temporaryTree } from './temporary-tree.ts';
import { killedTree } from './killed-tree.ts';

const kills = 200;
const writer = join(import.meta.dirname, 'writer-process.ts');

/** Runs a writer and kills it that many milliseconds after it begins. */
async function killAfter(
  root: string,
  version: string,
  delay: number,
): Promise<{ killed: boolean; took: number }> {
  const child = spawn(process.execPath, [writer, root, version], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close') as Promise<[number | null, string | null]>;
  await once(child.stdout, 'data');
  const began = performance.now();
  const timer = setTimeout(() => child.kill('SIGKILL'), delay);
  const [code, signal] = await closed;
  clearTimeout(timer);
  expect(signal === 'SIGKILL' || code === 0).toBe(true);
  return { killed: signal === 'SIGKILL', took: performance.now() - began };
}

it(`is exactly the old or the new tree after each of ${kills} kills`, { timeout: 600_000 }, async () => {
  const location = temporaryTree();
  put(location, 'a/mine.md', 'mine');
  put(location, 'gone/mine.md', 'mine');
  await writeTree(location, killedTree('0'));
  let window = (await killAfter(location.root, '1', 60_000)).took;

  const seen = { killed: 0, old: 0, new: 0, recovered: 0 };
  let current = visible(location);
  for (let round = 2; round < kills + 2; round += 1) {
    const version = String(round);
    const { killed, took } = await killAfter(location.root, version, Math.random() * window);
    if (killed) seen.killed += 1;
    else window = took;
    if (await recoverTree(location)) seen.recovered += 1;
    const after = visible(location);
    if (after['a/0.yaml'] === current['a/0.yaml']) {
      expect(after).toEqual(current);
      seen.old += 1;
    } else {
      const { '.seatrial.json': _, ...files } = after;
      const mine = { 'a/mine.md': 'mine', 'gone/mine.md': 'mine' };
      expect(files).toEqual({ ...mine, ...Object.fromEntries(killedTree(version)) });
      seen.new += 1;
    }
    // The record fits the tree: nothing counts as edited or foreign.
    expect(planWrite(location, killedTree('next')).findings).toEqual([]);
    current = after;
  }
  expect((await writeTree(location, killedTree('last'))).findings).toEqual([]);
  expect(existsSync(location.work)).toBe(false);
  console.log(`kills: ${JSON.stringify(seen)}`);
  expect(seen.old).toBeGreaterThan(0);
  expect(seen.new).toBeGreaterThan(0);
  expect(seen.recovered).toBeGreaterThan(0);
});

/** What git and the engines see: all but the hidden folder of a write under way. */
function visible(location: TreeLocation): Record<string, string> {
  return Object.fromEntries(
    Object.entries(contentsOf(location)).filter(([path]) => !path.startsWith('.seatrial/')),
  );
}
