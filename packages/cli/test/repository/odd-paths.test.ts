import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seatrial, seatrialWithoutPrivileges } from './support/seatrial.ts';

const scratch = mkdtempSync(join(tmpdir(), 'seatrial-paths-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const version = ['--kubernetes-version', '1.29'];
const map = (name: string): string => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\n`;
const wrong = map('Not_A_Name');

function write(path: string, text: string | Uint8Array): void {
  mkdirSync(dirname(join(scratch, path)), { recursive: true });
  writeFileSync(join(scratch, path), text);
}

function git(folder: string, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=a', '-c', 'user.email=a@example', '-c', 'protocol.file.allow=always'];
  execFileSync('git', [...who, ...args], { cwd: join(scratch, folder), stdio: 'pipe' });
}

beforeAll(async () => {
  write('plain/map.yaml', map('a'));
  expect(await seatrial(scratch, 'prepare', 'plain', ...version)).toMatchObject({ code: 0 });
}, 600_000);

async function validate(path: string): ReturnType<typeof seatrial> {
  const run = await seatrial(scratch, 'validate', path, ...version);
  expect(run.stdout + run.stderr).not.toMatch(/defect|\n {4}at /);
  return run;
}

describe('a path that is given', { timeout: 120_000 }, () => {
  it('may not be there', async () => {
    const { code, stdout, stderr } = await validate('./nowhere');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('There is no file or folder ./nowhere.');
  });

  it.each([
    ['one file', 'file/map.yaml', 'file/map.yaml'],
    ['a folder with spaces and letters of all kinds', 'with space/größe 大/mäp.yaml', './with space'],
    ['a folder that git ignores', 'ignored/build/map.yaml', './ignored/build'],
    ['a hidden folder', 'hidden/.deploy/map.yaml', './hidden/.deploy'],
    ['a folder of test data', 'tests/testdata/map.yaml', './tests/testdata'],
  ])('may be %s', async (_, file, path) => {
    write(file, wrong);
    if (file.startsWith('ignored/')) {
      git('ignored', 'init', '-q');
      write('ignored/.gitignore', 'build/\n');
    }
    const { code, stdout } = await validate(path);
    expect(code).toBe(1);
    expect(stdout).toContain('error SEA3101 metadata.name is "Not_A_Name"');
  });

  it('may be a worktree or a submodule of a repository', async () => {
    write('repo/map.yaml', wrong);
    git('repo', 'init', '-q');
    git('repo', 'add', '.');
    git('repo', 'commit', '-qm', 'one');
    git('repo', 'worktree', 'add', '-q', '../tree');
    mkdirSync(join(scratch, 'outer'));
    git('outer', 'init', '-q');
    git('outer', 'submodule', 'add', '-q', '../repo', 'inner');
    for (const path of ['./tree', './outer/inner'])
      expect(await validate(path)).toMatchObject({ code: 1, stderr: '' });
  });

  it('may hold nothing, or nothing of Kubernetes', async () => {
    write('nothing/notes.txt', 'notes');
    write('nothing/values.json', '{"a": 1}');
    for (const path of ['./nothing', './nothing/notes.txt'])
      expect((await validate(path)).stdout).toContain(`There is nothing to check in ${path}.`);
  });

  it('may hold links in a circle, and links that lead out', async () => {
    write('links/base/map.yaml', wrong);
    write('links/kustomization.yaml', 'resources: [linked.yaml, outside.yaml]\n');
    symlinkSync('..', join(scratch, 'links/base/up'));
    symlinkSync('itself', join(scratch, 'links/itself'));
    symlinkSync('base/map.yaml', join(scratch, 'links/linked.yaml'));
    symlinkSync(join(scratch, 'plain/map.yaml'), join(scratch, 'links/outside.yaml'));
    const { code, stdout } = await validate('./links');
    expect(code).toBe(1);
    expect(stdout).toContain('outside.yaml is a link that leads out of the folder');
  });

  it('may hold files that are no text', async () => {
    write(
      'binary/a.yaml',
      Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256),
    );
    write('binary/b.yaml', Buffer.concat([Buffer.from(map('b')), Buffer.from([0xff, 0xfe, 0])]));
    write('binary/locked.yaml', '\0GITCRYPT\0secret');
    write('binary/kustomization.yaml', 'resources: [locked.yaml]\n');
    const { code, stdout } = await validate('./binary');
    expect(code).toBe(0);
    expect(stdout).toContain('not rendered: the kustomization .: git-crypt has locked locked.yaml');
  });

  it('may hold a file that is larger than anything that is applied', async () => {
    write('huge/map.yaml', map('huge'));
    truncateSync(join(scratch, 'huge/map.yaml'), 100 * 1024 * 1024);
    const { code, stdout } = await validate('./huge');
    expect(code).toBe(1);
    expect(stdout).toContain('error SEA3814 The file was not read: it is larger than 50 MiB.');
  });

  it('may hold a file that this user may not read', async () => {
    write('closed/map.yaml', map('closed'));
    chmodSync(join(scratch, 'closed/map.yaml'), 0);
    const { code, stdout } = await seatrialWithoutPrivileges(scratch, 'validate', './closed', ...version);
    expect(code).toBe(1);
    expect(stdout).toContain('error SEA3814 The file was not read: this user may not read it.');
  });
});
