import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isInstalled } from '../install-packages.mjs';

const lock = {
  '': { name: 'root' },
  'packages/a': { version: '1.0.0' },
  'node_modules/a': { resolved: 'packages/a', link: true },
  'node_modules/left': { version: '1.0.0', integrity: 'sha512-left' },
  'packages/a/node_modules/right': { version: '2.0.0', integrity: 'sha512-right' },
  'node_modules/other-platform': { version: '1.0.0', integrity: 'sha512-other', optional: true },
};
const { '': _, 'node_modules/other-platform': __, ...installed } = lock;

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'seatrial-setup-'));
  mkdirSync(join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(locked, present) {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: locked }));
  if (present !== undefined) {
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }));
  }
}

test('what npm installed from this lock file is installed, with or without packages for other platforms', () => {
  write(lock, installed);
  expect(isInstalled(root)).toBe(true);
});

test.each([
  ['nothing', undefined],
  ['another version', { ...installed, 'node_modules/left': { version: '0.9.0', integrity: 'sha512-left' } }],
  ['other contents', { ...installed, 'node_modules/left': { version: '1.0.0', integrity: 'sha512-evil' } }],
  ['all but one nested package', { ...installed, 'packages/a/node_modules/right': undefined }],
  ['all but the link to a package of the workspace', { ...installed, 'node_modules/a': undefined }],
])('%s is not installed', (_name, present) => {
  write(lock, present);
  expect(isInstalled(root)).toBe(false);
});

test('a record that npm did not finish is not installed', () => {
  write(lock, installed);
  writeFileSync(join(root, 'node_modules/.package-lock.json'), '{"packages": {');
  expect(isInstalled(root)).toBe(false);
});
