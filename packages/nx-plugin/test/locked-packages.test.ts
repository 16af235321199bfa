import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished, expect, test } from 'vitest';
import { verdictPackages } from '../src/graph/locked-packages.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));

function packagesOf(packages: Record<string, object>) {
  const root = mkdtempSync(join(tmpdir(), 'seatrial-lock-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));
  return verdictPackages(root);
}

const installed = {
  'node_modules/@seatrial/cli': { version: '1.0.0', dependencies: { yaml: '2.0.0', '@wasmer/sdk': '1.0.0' } },
  'node_modules/@seatrial/cli/node_modules/yaml': { version: '2.0.0' },
  'node_modules/yaml': { version: '1.0.0' },
  'node_modules/@wasmer/sdk': {
    version: '1.0.0',
    dependencies: { 'ip.js': '1.0.0' },
    optionalDependencies: { ws: '1.0.0' },
  },
  'node_modules/ip.js': { version: '1.0.0' },
  'node_modules/knip': { version: '1.0.0' },
  'node_modules/@seatrial/nx-plugin': { version: '1.0.0', dependencies: { '@nx/devkit': '24.0.0' } },
  'node_modules/@nx/devkit': { version: '24.0.0' },
};

test('the packages of a verdict are those that the command line is made of, as Node looks them up', () => {
  expect(packagesOf(installed)?.entries).toEqual([
    'node_modules/@seatrial/cli',
    'node_modules/@seatrial/cli/node_modules/yaml',
    'node_modules/@seatrial/nx-plugin',
    'node_modules/@wasmer/sdk',
  ]);
});

test('what only a rehearsal is made of has no part in a verdict', () => {
  const withRehearsals = {
    ...installed,
    'node_modules/@seatrial/cli': { version: '1.0.0', dependencies: { '@seatrial/e2e': '1.0.0' } },
    'node_modules/@seatrial/e2e': { version: '1.0.0', dependencies: { yaml: '1.0.0' } },
  };
  expect(packagesOf(withRehearsals)?.entries).toEqual([
    'node_modules/@seatrial/cli',
    'node_modules/@seatrial/nx-plugin',
  ]);
});

test('a package whose name Nx takes for a path counts by its digest', () => {
  const before = packagesOf(installed)?.unnamed;
  expect(before).toMatch(/^[0-9a-f]{64}$/);
  expect(packagesOf({ ...installed, 'node_modules/knip': { version: '2.0.0' } })?.unnamed).toBe(before);
  expect(packagesOf({ ...installed, 'node_modules/ip.js': { version: '2.0.0' } })?.unnamed).not.toBe(before);
});

test('packages of the workspace count by their sources, and packages that lead to each other end', () => {
  const linked = packagesOf({
    'node_modules/@seatrial/cli': { resolved: 'packages/cli', link: true },
    'packages/cli': { version: '1.0.0', dependencies: { a: '1.0.0' } },
    'packages/cli/node_modules/a': { version: '1.0.0', dependencies: { b: '1.0.0' } },
    'node_modules/b': { version: '1.0.0', dependencies: { '@seatrial/cli': '1.0.0' } },
  });
  expect(linked?.ownFolders).toEqual(['packages/cli']);
  expect(linked?.entries).toEqual([
    'node_modules/@seatrial/cli',
    'node_modules/b',
    'packages/cli/node_modules/a',
  ]);
});

test('a workspace that has another lock file, or no Seatrial in it, has no such packages', () => {
  expect(packagesOf({ 'node_modules/knip': { version: '1.0.0' } })).toBeUndefined();
  expect(verdictPackages(join(tmpdir(), 'seatrial-nowhere'))).toBeUndefined();
});

test('here they hold what runs the engines, and not what checks the code', () => {
  const { entries = [], ownFolders } = verdictPackages(repository) ?? {};
  expect(ownFolders).toEqual([
    'packages/cli',
    'packages/compiler',
    'packages/nx-plugin',
    'packages/validator',
    'tools/guests',
  ]);
  expect(entries).toEqual(
    expect.arrayContaining([
      'node_modules/@wasmer/sdk',
      'node_modules/@open-policy-agent/opa-wasm',
      'node_modules/zod',
    ]),
  );
  for (const name of ['knip', 'vitest', 'nx', 'oxlint', 'typescript', '@nx/devkit'])
    expect(entries).not.toContain(`node_modules/${name}`);
});
