import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { compiles } from '../src/hooks/pre-tasks-execution.ts';
import { preTasksExecution } from '../src/index.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seatrial-hook-'));
  for (const name of ['SEATRIAL_RUN', 'SEATRIAL_ABSENT_CHARTS']) vi.stubEnv(name, undefined);
  // A cache with nothing in it.
  vi.stubEnv('SEATRIAL_CACHE', join(root, 'cache'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true, force: true });
});

async function run(...argv: string[]): Promise<{ run: string | undefined; charts: string | undefined }> {
  const context = { id: '1', workspaceRoot: root, nxJsonConfiguration: {}, argv: ['node', 'nx', ...argv] };
  await preTasksExecution(undefined, context);
  return { run: process.env['SEATRIAL_RUN'], charts: process.env['SEATRIAL_ABSENT_CHARTS'] };
}

function facts(fleet: string, text: string): void {
  mkdirSync(join(root, 'clusters', fleet), { recursive: true });
  writeFileSync(join(root, 'clusters', fleet, 'facts.json'), text);
}

test('only a run that compiles has a value of its own, and a daemon does not keep it', async () => {
  const first = await run('run-many', '-t', 'compile', 'validate');
  const second = await run('run-many', '-t', 'compile', 'validate');
  expect(first.run).toMatch(/^[0-9a-f-]{36}$/);
  expect(second.run).not.toBe(first.run);
  expect((await run('run-many', '-t', 'validate')).run).toBe('');
});

test.each([
  [true, ['run-many', '-t', 'compile', 'validate']],
  [true, ['run-many', '--targets=validate,compile']],
  [true, ['run', 'fleet-shop:compile']],
  [true, ['run', 'fleet-shop:compile:production']],
  [true, ['compile', 'fleet-shop']],
  [true, ['affected', '--target', 'compile']],
  [false, ['run-many', '-t', 'validate', 'verify']],
  [false, ['run', 'fleet-compiler:validate']],
])('compile among the targets: %s for nx %j', (expected, argv) => {
  expect(compiles(['node', '/usr/bin/nx', ...argv])).toBe(expected);
});

test('charts that the machine does not hold are part of the key, and charts that it holds are not', async () => {
  expect((await run('validate')).charts).toBe('');
  const loki = { repository: 'https://charts.example', chart: 'loki', version: '1.0.0' };
  const vault = { git: 'https://git.example/charts.git', path: 'vault', revision: 'v1' };
  facts('shop', JSON.stringify({ charts: [loki] }));
  const one = (await run('validate')).charts;
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  facts('books', JSON.stringify({ charts: [loki] }));
  expect((await run('validate')).charts).toBe(one);
  facts('books', JSON.stringify({ charts: [vault, loki] }));
  expect((await run('validate')).charts).not.toBe(one);
});

test.each(['', '{}', '[]', '{ "charts": {} }', '{ "charts": [null, 1, { "git": 1 }] }'])(
  'facts that say nothing of charts have none: %s',
  async (text) => {
    facts('shop', text);
    expect((await run('validate')).charts).toBe('');
  },
);
