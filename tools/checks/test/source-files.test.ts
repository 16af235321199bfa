import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceFiles } from '../source-files.ts';

let root = '';
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'seatrial-checks-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

test('tracked and new files are listed; ignored, deleted and linked ones are not', () => {
  mkdirSync(join(root, 'sub'));
  for (const file of ['tracked.ts', 'gone.ts', 'sub/new.ts', 'ignored.ts', 'note.md'])
    writeFileSync(join(root, file), '');
  writeFileSync(join(root, '.gitignore'), 'ignored.ts\n');
  symlinkSync('tracked.ts', join(root, 'link.ts'));
  execFileSync('git', ['init', '--quiet'], { cwd: root });
  execFileSync('git', ['add', 'tracked.ts', 'gone.ts'], { cwd: root });
  rmSync(join(root, 'gone.ts'));
  expect(sourceFiles(root, ['ts'])).toEqual(['sub/new.ts', 'tracked.ts']);
});

test('outside of a git work tree it says so by failing', () => {
  expect(() => sourceFiles(root, ['ts'])).toThrow();
});
