import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeTree } from '../../src/write/write-tree.ts';
import { contentsOf, mounted, put, temporaryTree } from './temporary-tree.ts';

const small = new Map([
  ['a/one.yaml', 'one: 1\n'],
  ['b/two.yaml', 'two: 2\n'],
]);

// These need the right to mount. Where it is missing they are shown as skipped, not as passed.
describe('a write that the system stops', () => {
  it('leaves the old tree on a full disk', async ({ skip }) => {
    const location = temporaryTree();
    mkdirSync(location.folder, { recursive: true });
    if (!mounted(location.folder, '-t', 'tmpfs', '-o', 'size=256k', 'tmpfs'))
      skip('mounting is not allowed here');
    await writeTree(location, small);
    put(location, 'mine.md', 'mine');
    const before = contentsOf(location);
    const big = new Map(Array.from({ length: 40 }, (_, index) => [`a/${index}.yaml`, 'x'.repeat(20_000)]));
    await expect(writeTree(location, big)).rejects.toMatchObject({
      name: 'TreeError',
      sentence: 'Cannot write clusters/shop: the disk is full; the tree is as it was.',
    });
    expect(contentsOf(location)).toEqual(before);
  });

  it('leaves the old tree when it is read-only', async ({ skip }) => {
    const location = temporaryTree();
    await writeTree(location, small);
    const before = contentsOf(location);
    if (!mounted(location.folder, '--bind', location.folder)) skip('mounting is not allowed here');
    execFileSync('mount', ['-o', 'remount,bind,ro', location.folder]);
    await expect(writeTree(location, new Map([['a/one.yaml', 'one: 3\n']]))).rejects.toMatchObject({
      sentence: 'Cannot write clusters/shop: it is on a read-only file system; the tree is as it was.',
    });
    expect(contentsOf(location)).toEqual(before);
    expect(await writeTree(location, small)).toMatchObject({ unchanged: 2, findings: [] });
  });

  it('takes everything back when the last file of many cannot be replaced', async ({ skip }) => {
    const location = temporaryTree();
    await writeTree(location, new Map([...small, ['gone/x.yaml', 'x: 1\n'], ['z/last.yaml', 'last: 1\n']]));
    const before = contentsOf(location);
    const last = join(location.folder, 'z/last.yaml');
    try {
      execFileSync('chattr', ['+i', last], { stdio: 'ignore' });
    } catch {
      skip('files cannot be made immutable here');
    }
    onTestFinished(() => void execFileSync('chattr', ['-i', last]));
    const next = new Map([
      ['a/one.yaml', 'one: 9\n'],
      ['new/deep/er.yaml', 'n: 1\n'],
      ['z/last.yaml', 'last: 2\n'],
    ]);
    await expect(writeTree(location, next)).rejects.toMatchObject({
      sentence: 'Cannot write clusters/shop: the system does not allow it; the tree is as it was.',
    });
    expect(contentsOf(location)).toEqual(before);
    expect(existsSync(location.work)).toBe(false);
  });
});
