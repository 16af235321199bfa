import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { checkTree } from '../../src/write/check-tree.ts';
import { treeLocation } from '../../src/write/tree-location.ts';
import { writeTree } from '../../src/write/write-tree.ts';
import { killedTree } from './killed-tree.ts';
import { contentsOf, put, temporaryTree } from './temporary-tree.ts';

const first = new Map([
  ['base/api/kustomization.yaml', 'resources: [api.yaml]\n'],
  ['base/api/api.yaml', 'kind: Deployment\n'],
  ['paris/prod/api/kustomization.yaml', 'resources: [../../../base/api]\n'],
]);

const codes = (findings: readonly { code: string }[]) => findings.map((finding) => finding.code);

describe('a write', () => {
  it('makes the tree and nothing else', async () => {
    const location = temporaryTree();
    const report = await writeTree(location, first);
    expect(report).toMatchObject({ removed: [], unchanged: 0, findings: [] });
    expect(report.written).toEqual([...first.keys()].sort());
    const { '.seatrial.json': record, ...files } = contentsOf(location);
    expect(files).toEqual(Object.fromEntries(first));
    expect(record).toMatch(
      /^\{\n {2}"generatedBy": "seatrial compile",\n {2}"files": \{\n {4}"base\/api\/api.yaml": "[0-9a-f]{64}",\n/,
    );
  });

  it('leaves an unchanged file alone', async () => {
    const location = temporaryTree();
    await writeTree(location, first);
    const file = join(location.folder, 'base/api/api.yaml');
    const before = statSync(file, { bigint: true });
    const report = await writeTree(location, new Map([...first, ['base/api/more.yaml', 'kind: Service\n']]));
    expect(report).toMatchObject({ written: ['base/api/more.yaml'], unchanged: 3 });
    expect(statSync(file, { bigint: true })).toMatchObject({ mtimeNs: before.mtimeNs, ino: before.ino });
  });

  it('removes a stale file and the folders that it leaves empty, never a hand-written file', async () => {
    const location = temporaryTree();
    await writeTree(location, first);
    put(location, 'base/NOTES.md', 'ours');
    const report = await writeTree(location, new Map([['paris/prod/web/a.yaml', 'a: 1\n']]));
    expect(report.removed).toEqual([...first.keys()].sort());
    expect(Object.keys(contentsOf(location)).sort()).toEqual([
      '.seatrial.json',
      'base/NOTES.md',
      'paris/prod/web/a.yaml',
    ]);
  });

  it('turns a generated file into a folder and back', async () => {
    const location = temporaryTree();
    await writeTree(location, new Map([['a', 'file\n']]));
    await writeTree(location, new Map([['a/b', 'below\n']]));
    expect(contentsOf(location)).toMatchObject({ 'a/b': 'below\n' });
    await writeTree(location, new Map([['a', 'file\n']]));
    expect(contentsOf(location)).toMatchObject({ a: 'file\n' });
  });

  it('adopts a file that has the wanted content already', async () => {
    const location = temporaryTree();
    put(location, 'base/api/api.yaml', 'kind: Deployment\n');
    expect(await writeTree(location, first)).toMatchObject({ unchanged: 1, findings: [] });
    await writeTree(location, new Map());
    expect(existsSync(join(location.folder, 'base'))).toBe(false);
  });

  it('brings a generated file back that somebody deleted', async () => {
    const location = temporaryTree();
    await writeTree(location, first);
    rmSync(join(location.folder, 'base/api/api.yaml'));
    expect((await writeTree(location, first)).written).toEqual(['base/api/api.yaml']);
  });
});

describe('what stops a write, with everything left as it was', () => {
  it.each([
    ['an edited file that changes', new Map([...first, ['base/api/api.yaml', 'kind: StatefulSet\n']])],
    ['an edited file that goes', new Map([['x', 'y']])],
  ])('%s', async (_, next) => {
    const location = temporaryTree();
    await writeTree(location, first);
    put(location, 'base/api/api.yaml', 'kind: Deployment # by hand\n');
    const before = contentsOf(location);
    const report = await writeTree(location, next);
    expect(report).toMatchObject({ written: [], removed: [] });
    expect(report.findings).toMatchObject([
      { code: 'SEA5001', place: { fleet: 'shop', file: 'base/api/api.yaml' } },
    ]);
    expect(contentsOf(location)).toEqual(before);
  });

  it.each([
    ['a hand-written file', 'base/api/api.yaml', 'mine'],
    ['a file where a folder goes', 'base', 'mine'],
    ['a folder where a file goes', 'base/api/api.yaml/mine.txt', 'mine'],
  ])('%s in the way', async (_, path, text) => {
    const location = temporaryTree();
    put(location, path, text);
    const before = contentsOf(location);
    const report = await writeTree(location, first);
    expect(new Set(codes(report.findings))).toEqual(new Set(['SEA5002']));
    expect(contentsOf(location)).toEqual(before);
  });

  it.each([
    ['a link that leads out', 'linked', '../../elsewhere'],
    ['a link to nothing outside', 'linked', '../../../nowhere'],
    ['a folder of the tree that leads out', 'base', '../../elsewhere'],
    ['a folder of the tree that leads to another', 'base', 'paris'],
    ['the record', '.seatrial.json', '../../elsewhere/file'],
  ])('a symbolic link: %s', async (_, path, target) => {
    const location = temporaryTree();
    const outside = join(location.root, 'elsewhere');
    mkdirSync(outside);
    writeFileSync(join(outside, 'file'), 'not ours');
    mkdirSync(location.folder, { recursive: true });
    symlinkSync(target, join(location.folder, path));
    const report = await writeTree(location, first);
    expect(new Set(codes(report.findings))).toEqual(new Set(['SEA5003']));
    expect(report.findings[0]?.sentence).toContain(`clusters/shop/${path} is a symbolic link`);
    expect(readFileSync(join(outside, 'file'), 'utf8')).toBe('not ours');
    expect(existsSync(join(outside, 'api'))).toBe(false);
  });

  it('the tree itself is a link', async () => {
    const location = temporaryTree();
    mkdirSync(join(location.root, 'clusters'));
    mkdirSync(join(location.root, 'elsewhere'));
    symlinkSync('../elsewhere', location.folder);
    expect(codes((await writeTree(location, first)).findings)).toEqual(['SEA5003']);
  });

  it.each([
    ['not JSON', '<<<<<<< HEAD\n{}\n'],
    ['a path that leads out', '{"files":{"../../elsewhere":"' + 'a'.repeat(64) + '"}}'],
    ['a path of the compiler itself', '{"files":{".seatrial/lock":"' + 'a'.repeat(64) + '"}}'],
  ])('a damaged record: %s', async (_, record) => {
    const location = temporaryTree();
    put(location, '.seatrial.json', record);
    expect(codes((await writeTree(location, first)).findings)).toEqual(['SEA5004']);
    expect(contentsOf(location)).toEqual({ '.seatrial.json': record });
  });

  it('a folder in the place of the record', async () => {
    const location = temporaryTree();
    put(location, '.seatrial.json/mine.txt', 'mine');
    expect(codes((await writeTree(location, first)).findings)).toEqual(['SEA5004']);
  });

  it.each(['..', '../shop', 'a/b', '', '.', 'Shop', '-a', 'a'.repeat(64)])('the fleet name %j', (name) => {
    expect(() => treeLocation('/repository', name)).toThrow(/cannot be the name of a fleet/);
  });
});

describe('a check', () => {
  it('names every file that is stale, missing, superfluous or edited, and writes nothing', async () => {
    const location = temporaryTree();
    await writeTree(location, new Map([...first, ['old.yaml', 'a: 1\n'], ['edited.yaml', 'a: 1\n']]));
    put(location, 'edited.yaml', 'a: 2\n');
    const before = contentsOf(location);
    const next = new Map([
      ...first,
      ['base/api/api.yaml', 'kind: Job\n'],
      ['new.yaml', 'a: 1\n'],
      ['edited.yaml', 'a: 3\n'],
    ]);
    const findings = await checkTree(location, next);
    expect(findings.map(({ code, place }) => [code, place.file])).toEqual([
      ['SEA5001', 'edited.yaml'],
      ['SEA5005', 'base/api/api.yaml'],
      ['SEA5006', 'new.yaml'],
      ['SEA5007', 'old.yaml'],
    ]);
    expect(contentsOf(location)).toEqual(before);
  });

  it('has nothing to say about a fresh tree', async () => {
    const location = temporaryTree();
    await writeTree(location, first);
    expect(await checkTree(location, first)).toEqual([]);
  });
});

describe('two runs at once', () => {
  it('end with the tree of one of them', async () => {
    const location = temporaryTree();
    const run = promisify(execFile);
    const writer = join(import.meta.dirname, 'writer-process.ts');
    await Promise.all(
      ['1', '2', '3'].map((version) => run(process.execPath, [writer, location.root, version])),
    );
    const { '.seatrial.json': _, ...files } = contentsOf(location);
    expect(['1', '2', '3'].map((version) => Object.fromEntries(killedTree(version)))).toContainEqual(files);
    expect(existsSync(location.work)).toBe(false);
  });
});
