import { execFileSync } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { copyProgramFiles } from '../../src/prepare/copy-program-files.ts';
import { onlyModule } from './support/module-proxy.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

const module = 'example.test/thing';

/** A program whose `go.mod` pins the module at v1.2.0, the only one that Go can download. */
async function programOf(files: Readonly<Record<string, string>>): Promise<string> {
  await onlyModule(module, 'v1.2.0', files);
  const cache = await temporaryFolder();
  vi.stubEnv('GOMODCACHE', cache);
  onTestFinished(
    () => void execFileSync('go', ['clean', '-modcache'], { env: { ...process.env, GOMODCACHE: cache } }),
  );
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'go.mod'), `module program\n\ngo 1.21\n\nrequire ${module} v1.2.0\n`);
  return folder;
}

test('the YAML files of a program are copied at their paths, and can be written afterwards', async () => {
  const folder = await programOf({
    'manifests/crds/one.yaml': 'kind: One\n',
    'manifests/crds/deep/two.yml': 'kind: Two\n',
    'manifests/crds/README.md': '# not this\n',
    'manifests/install.yaml': 'kind: Install\n',
    'manifests/other.yaml': 'kind: Other\n',
  });
  const target = await temporaryFolder();
  await copyProgramFiles(
    { folder, files: { module, paths: ['manifests/crds', 'manifests/install.yaml'] } },
    target,
  );
  const found = await readdir(target, { recursive: true, withFileTypes: true });
  const paths = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  expect(paths.map((path) => path.slice(target.length + 1)).sort()).toEqual([
    'manifests/crds/deep/two.yml',
    'manifests/crds/one.yaml',
    'manifests/install.yaml',
  ]);
  expect(await readFile(join(target, 'manifests/crds/one.yaml'), 'utf8')).toBe('kind: One\n');
  await writeFile(join(target, 'manifests/crds/one.yaml'), '');
});

test('a folder without YAML is a mistake of the recipe, and a module that cannot be had is told with what Go said', async () => {
  const folder = await programOf({ 'README.md': '' });
  const target = await temporaryFolder();
  await expect(copyProgramFiles({ folder, files: { module, paths: ['crds'] } }, target)).rejects.toThrow(
    'There is no YAML in example.test/thing at crds: correct the recipe.',
  );
  await expect(
    copyProgramFiles({ folder, files: { module: 'example.test/other', paths: ['crds'] } }, target),
  ).rejects.toThrow(
    /^The Go module example\.test\/other could not be fetched: .+; see that the Go module proxy/,
  );
});
