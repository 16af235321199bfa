import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fleetText, temporaryWorkspace, type TemporaryWorkspace } from '../temporary-workspace.ts';

const model = 'environments/shop/fleet.ts';
const deployment = 'clusters/shop/base/hello/web-deployment.yaml';

async function compiled(): Promise<TemporaryWorkspace> {
  const workspace = temporaryWorkspace({ [model]: fleetText('shop'), 'clusters/shop/NOTES.md': 'ours' });
  expect(await workspace.seatrial('compile')).toMatchObject({ code: 0 });
  return workspace;
}

/** Mounts for the length of a test; false where the system does not let us, and then the test is skipped. */
function mounted(folder: string, ...args: readonly string[]): boolean {
  try {
    execFileSync('mount', [...args, folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return true;
}

describe('a tree that cannot be written ends in one sentence, and everything is still there', () => {
  it('edited by hand', async () => {
    const workspace = await compiled();
    workspace.put(deployment, `${workspace.read(deployment)}# by hand\n`);
    workspace.put(model, fleetText('shop', { web: 'replicas: 4' }));
    const before = workspace.files();
    const { code, stderr, stdout } = await workspace.seatrial('compile');
    expect(stderr).toMatch(
      /^✗ error SEA5001 clusters\/shop\/base\/hello\/web-deployment\.yaml is generated and was edited by hand; nothing was written\.\n {4}→ Move the change into the model/,
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(workspace.files()).toEqual(before);
    expect(await workspace.seatrial('compile', '--check')).toMatchObject({ code: 1 });
  });

  it('a hand-written file in the way', async () => {
    const workspace = temporaryWorkspace({ [model]: fleetText('shop'), [deployment]: 'mine' });
    const before = workspace.files();
    const { code, stderr } = await workspace.seatrial('compile');
    expect(stderr).toMatch(
      /^✗ error SEA5002 clusters\/shop\/base\/hello\/web-deployment\.yaml was not written by seatrial/,
    );
    expect(code).toBe(1);
    expect(workspace.files()).toEqual(before);
  });

  it.each(['compile', 'verify'])('a symlink that leads out: %s', async (command) => {
    const workspace = await compiled();
    mkdirSync(join(workspace.root, 'outside'));
    symlinkSync('../../outside', join(workspace.root, 'clusters/shop/linked'));
    const before = workspace.files();
    const { code, stderr, stdout } = await workspace.seatrial(command);
    expect(`${stderr}${stdout}`).toMatch(
      /✗ error SEA5003 clusters\/shop\/linked is a symbolic link that leads out of the tree, to \.\.\/\.\.\/outside/,
    );
    expect(code).toBe(1);
    expect(workspace.files()).toEqual(before);
  });

  it('read-only', async ({ skip }) => {
    const workspace = await compiled();
    const folder = join(workspace.root, 'clusters');
    if (!mounted(folder, '--bind', folder)) skip('mounting is not allowed here');
    execFileSync('mount', ['-o', 'remount,bind,ro', folder]);
    const before = workspace.files();
    expect(await workspace.seatrial('compile')).toMatchObject({ code: 0 });
    workspace.put(model, fleetText('shop', { web: 'replicas: 4' }));
    const { code, stderr } = await workspace.seatrial('compile');
    expect(stderr).toMatch(
      /^✗ Cannot write clusters\/shop: it is on a read-only file system; the tree is as it was\.\n {4}→ Make the folder writable/,
    );
    expect(code).toBe(3);
    expect(workspace.files()).toEqual({ ...before, [model]: workspace.read(model) });
  });

  it('a full disk', async ({ skip }) => {
    const workspace = temporaryWorkspace({ [model]: fleetText('shop') });
    const folder = join(workspace.root, 'clusters');
    mkdirSync(folder);
    if (!mounted(folder, '-t', 'tmpfs', '-o', 'size=300k', 'tmpfs')) skip('mounting is not allowed here');
    expect(await workspace.seatrial('compile')).toMatchObject({ code: 0 });
    workspace.put('clusters/filler', 'x'.repeat(120_000));
    workspace.put(model, fleetText('shop', { web: `files: { '/etc/big.txt': '${'x'.repeat(100_000)}' }` }));
    const before = workspace.files();
    const { code, stderr } = await workspace.seatrial('compile');
    expect(stderr).toMatch(
      /^✗ Cannot write clusters\/shop: the disk is full; the tree is as it was\.\n {4}→ Free some space/,
    );
    expect(code).toBe(3);
    expect(workspace.files()).toEqual(before);
  });
});

describe('a compile that is killed', () => {
  const kills = 20;

  it(`leaves the old or the new tree, ${kills} times over`, { timeout: 300_000 }, async () => {
    const workspace = await compiled();
    const program = join(import.meta.dirname, '../../bin/seatrial.mjs');
    const started = performance.now();
    await workspace.seatrial('compile');
    const whole = performance.now() - started;
    for (let round = 0; round < kills; round += 1) {
      workspace.put(model, fleetText('shop', { web: `replicas: ${round + 2}` }));
      const child = spawn(process.execPath, [program, 'compile'], { cwd: workspace.root, stdio: 'ignore' });
      const closed = once(child, 'close');
      // The write is the last part of the run.
      setTimeout(() => child.kill('SIGKILL'), whole * (0.5 + Math.random() / 2)).unref();
      await closed;
      // The next command finishes what was begun and finds nothing edited or foreign.
      const { code, stdout, stderr } = await workspace.seatrial('compile', '--check');
      expect(stderr).toBe('');
      expect([0, 1]).toContain(code);
      expect(stdout).not.toMatch(/SEA500[1-4]/);
    }
    expect(await workspace.seatrial('compile')).toMatchObject({ code: 0 });
    expect(workspace.read('clusters/shop/NOTES.md')).toBe('ours');
    expect(existsSync(join(workspace.root, 'clusters/shop/.seatrial'))).toBe(false);
  });
});
