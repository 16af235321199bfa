import { describe, expect, test } from 'vitest';
import { findBreaches, type Rules } from '../boundaries/breaches.ts';
import { packages } from '../boundaries/rules.ts';

const compiler = 'packages/compiler/src';

function breaches(sources: Record<string, string>, rules?: Rules): string[] {
  return findBreaches(new Map(Object.entries(sources)), rules).map(
    ({ file, line, rule }) => `${file}:${line}: ${rule}`,
  );
}

describe('stages', () => {
  test('an earlier stage, the same stage and an own package are fine', () => {
    expect(
      breaches({
        [`${compiler}/resolve/order.ts`]: `import { a } from '../model/a.ts';\nimport './names.ts';\nimport { z } from 'zod';`,
        [`${compiler}/index.ts`]: `export { write } from './write/write.ts';`,
      }),
    ).toEqual([]);
  });

  test.each([
    ['import', `import { a } from '../emit/a.ts';`],
    ['type import', `import type { A } from '../emit/a.ts';`],
    ['bare import', `import '../emit/a.ts';`],
    ['re-export', `export { a } from '../emit/a.ts';`],
    ['star export', `export * from '../emit/a.ts';`],
    ['dynamic import', `export const a = import('../emit/a.ts');`],
    ['import in a type', `export type A = import('../emit/a.ts').A;`],
    ['worker file', `export const a = new URL('../emit/a.ts', import.meta.url);`],
  ])('a later stage is a breach: %s', (_, line) => {
    expect(breaches({ [`${compiler}/resolve/order.ts`]: `// one\n${line}` })).toEqual([
      `${compiler}/resolve/order.ts:2: resolve must not import emit, a later stage`,
    ]);
  });

  test('a sibling is a breach unless the table opens just that name', () => {
    const file = `${compiler}/emit/argo-cd/application.ts`;
    const rule = 'emit/argo-cd must not import this from emit/kustomize, which stands beside it';
    expect(breaches({ [file]: `import { filesRead } from '../kustomize/files-read.ts';` })).toEqual([]);
    expect(breaches({ [file]: `import { filesRead } from '../kustomize/index.ts';` })).toEqual([
      `${file}:1: ${rule}`,
    ]);
    expect(breaches({ [file]: `import { filesRead, patch } from '../kustomize/files-read.ts';` })).toEqual([
      `${file}:1: ${rule}`,
    ]);
    expect(breaches({ [file]: `export * from '../kustomize/files-read.ts';` })).toEqual([
      `${file}:1: ${rule}`,
    ]);
  });

  test('a folder that the table does not know is a breach', () => {
    expect(breaches({ [`${compiler}/helpers/a.ts`]: '' })).toEqual([
      `${compiler}/helpers/a.ts:1: the folder has no stage in tools/checks/boundaries/rules.ts`,
    ]);
  });
});

describe('packages', () => {
  test.each([
    [
      'against the direction',
      '@seatrial/validator',
      '@seatrial/compiler must not import @seatrial/validator',
    ],
    [
      'past index.ts',
      '@seatrial/compiler/src/model/a.ts',
      '@seatrial/compiler/src/model/a.ts: a package is imported through its index.ts only',
    ],
    [
      'by path',
      '../../../validator/src/index.ts',
      '../../../validator/src/index.ts: another package is imported by its name',
    ],
  ])('an import %s is a breach', (_, module, rule) => {
    expect(breaches({ [`${compiler}/model/a.ts`]: `import '${module}';` })).toEqual([
      `${compiler}/model/a.ts:1: ${rule}`,
    ]);
  });

  test('a package imports those that the table allows, by name', () => {
    expect(breaches({ 'packages/cli/src/load/a.ts': `import '@seatrial/validator';` })).toEqual([]);
  });

  test('nothing but a test imports from a test', () => {
    const rule = '../../test/a.ts: nothing but a test imports from a test';
    expect(breaches({ [`${compiler}/model/a.ts`]: `import '../../test/a.ts';` })).toEqual([
      `${compiler}/model/a.ts:1: ${rule}`,
    ]);
    expect(breaches({ 'packages/compiler/test/b.test.ts': `import './a.ts';` })).toEqual([]);
  });
});

describe('bans', () => {
  test.each([
    ['model', `import 'node:child_process';`, /starts no process/],
    ['model', `import 'net';`, /opens no connection/],
    ['model', `export const a = require('node:http');`, /opens no connection/],
    ['model', `fetch('x');`, /opens no connection/],
    ['model', `export const a = (path: string) => import(path);`, /runs no user code/],
    ['write', `import 'node:net';`, /opens no connection/],
    ['emit', `import 'node:fs';`, /only write\/ touches the disk/],
    ['emit', `export { readFile } from 'fs/promises';`, /only write\/ touches the disk/],
    ['emit', `export const a = process.env['HOME'];`, /nothing reads the machine/],
    ['emit', `console.log(1);`, /only packages\/cli prints/],
    ['emit', `process['exit'](1);`, /only packages\/cli prints/],
    ['emit', `import { exit } from 'node:process';`, /only packages\/cli prints/],
  ])('in %s: %s', (stage, text, rule) => {
    expect(breaches({ [`${compiler}/${stage}/a.ts`]: text })).toEqual([expect.stringMatching(rule)]);
  });

  test('write/ may use the disk, the command line may print, a test may do what it needs', () => {
    expect(
      breaches({
        [`${compiler}/write/a.ts`]: `import 'node:fs';`,
        'packages/cli/src/commands/a.ts': `console.log(1); process.exit(2);`,
        'packages/compiler/test/a.test.ts': `import 'node:fs';`,
      }),
    ).toEqual([]);
  });
});

test('a source with a syntax error stops the check and names the file', () => {
  expect(() => breaches({ [`${compiler}/model/a.ts`]: 'import {' })).toThrow(`${compiler}/model/a.ts`);
});

test('every package that a rule names is a package of the table', () => {
  const names = Object.values(packages).map(({ name }) => name);
  for (const { imports } of Object.values(packages))
    expect(names).toEqual(expect.arrayContaining([...imports]));
});
