import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTree } from '../../src/write/check-tree.ts';
import { commitJournal, type Operation } from '../../src/write/journal.ts';
import { digestOf } from '../../src/objects/digest.ts';
import { recoverTree } from '../../src/write/recover-tree.ts';
import { writeTree } from '../../src/write/write-tree.ts';
import { contentsOf, put, temporaryTree } from './temporary-tree.ts';

const before = new Map([
  ['a.yaml', 'a: 1\n'],
  ['b.yaml', 'b: 1\n'],
]);
const operations: readonly Operation[] = [
  { path: 'b.yaml', replaces: digestOf('b: 1\n') },
  { path: 'a.yaml', text: 'a: 2\n', replaces: digestOf('a: 1\n') },
  { path: 'c/d.yaml', text: 'd: 1\n' },
];

/** A tree whose write was cut short right after it was committed; `staged` files did not reach the disk. */
async function cutShort(steps = operations) {
  const location = temporaryTree();
  await writeTree(location, before);
  mkdirSync(location.work);
  commitJournal(location, { operations: steps });
  return location;
}

describe('a journal that is left behind', () => {
  it('is carried out by the next command, also when the staged files are lost', async () => {
    const location = await cutShort();
    expect(await recoverTree(location)).toBe(true);
    const { '.seatrial.json': _, ...files } = contentsOf(location);
    expect(files).toEqual({ 'a.yaml': 'a: 2\n', 'c/d.yaml': 'd: 1\n' });
    expect(await recoverTree(location)).toBe(false);
  });

  it('is carried out before a check looks at the tree', async () => {
    const location = await cutShort();
    const findings = await checkTree(
      location,
      new Map([
        ['a.yaml', 'a: 2\n'],
        ['c/d.yaml', 'd: 1\n'],
      ]),
    );
    expect(findings.map(({ place }) => place.file)).toEqual(['.seatrial.json']);
  });

  it('does not overwrite what somebody edited since', async () => {
    const location = await cutShort();
    put(location, 'a.yaml', 'a: mine\n');
    put(location, 'b.yaml', 'b: mine\n');
    await recoverTree(location);
    expect(contentsOf(location)).toMatchObject({
      'a.yaml': 'a: mine\n',
      'b.yaml': 'b: mine\n',
      'c/d.yaml': 'd: 1\n',
    });
  });

  it('does not write through a link that appeared since', async () => {
    const location = await cutShort();
    mkdirSync(join(location.root, 'elsewhere'));
    symlinkSync('../../elsewhere', join(location.folder, 'c'));
    await expect(recoverTree(location)).rejects.toThrow('clusters/shop/c is now a symbolic link');
  });

  it.each(['../../outside.yaml', '/etc/outside', '.seatrial/lock'])(
    'that names %s is refused',
    async (path) => {
      const location = await cutShort([{ path, text: 'x' }]);
      await expect(recoverTree(location)).rejects.toThrow(
        'clusters/shop/.seatrial/journal is not a journal of seatrial.',
      );
    },
  );

  it('does not outlive the lock of a process that is gone', async () => {
    const location = await cutShort();
    writeFileSync(
      join(location.work, 'lock'),
      JSON.stringify({ process: 2 ** 30, started: '1', host: hostname() }),
    );
    expect(await recoverTree(location)).toBe(true);
  });
});
