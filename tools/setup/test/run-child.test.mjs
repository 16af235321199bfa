import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { runChild } from '../run-child.mjs';

const node = process.execPath;
const runChildFile = fileURLToPath(new URL('../run-child.mjs', import.meta.url));

test('the exit code is passed on', async () => {
  expect(await runChild(node, ['-e', 'process.exit(7)'], {})).toBe(7);
});

test('a child that a signal ended counts as 128 + its number', async () => {
  expect(await runChild(node, ['-e', `process.kill(process.pid, 'SIGKILL')`], {})).toBe(137);
});

test('a program that is not there is one sentence and 3', async () => {
  const { code, stderr } = await run(`process.exitCode = await runChild('no-such-program', [], {});`);
  expect(stderr).toBe('no-such-program cannot be started (ENOENT): install it and run this again.\n');
  expect(code).toBe(3);
});

test.each(['SIGINT', 'SIGTERM'])('%s ends the child and what the child started', async (signal) => {
  // The grandchild ignores both signals: only the kill of the whole group ends it.
  const grandchild = `process.on('SIGINT', () => {}); process.on('SIGTERM', () => {}); console.log(process.pid); setInterval(() => {}, 1000);`;
  const child = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(grandchild)}], { stdio: 'inherit' });`;
  const { process: parent, finished } = start(
    `process.exitCode = await runChild(${JSON.stringify(node)}, ['-e', ${JSON.stringify(child)}], {});`,
  );
  const [line] = await once(parent.stdout, 'data');
  const pid = Number(line);
  onTestFinished(() => void killIfAlive(pid));
  parent.kill(signal);
  const { code } = await finished;
  expect(code).toBe(signal === 'SIGINT' ? 130 : 143);
  await expect.poll(() => isAlive(pid)).toBe(false);
});

function start(script) {
  const text = `import { runChild } from ${JSON.stringify(runChildFile)};\n${script}`;
  const started = spawn(node, ['--input-type=module', '-e', text], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void started.kill('SIGKILL'));
  let stderr = '';
  started.stderr.on('data', (data) => (stderr += data));
  const finished = once(started, 'exit').then(([code]) => ({ code, stderr }));
  return { process: started, finished };
}

function run(script) {
  return start(script).finished;
}

function isAlive(pid) {
  // A dead process may stay listed as a zombie (Z) where nobody reaps orphans, as in some containers.
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}

function killIfAlive(pid) {
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}
