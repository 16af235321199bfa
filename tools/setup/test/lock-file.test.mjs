import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const lockFile = new URL('../../../package-lock.json', import.meta.url);
const packages = Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages);
const paths = new Set(packages.map(([path]) => path));

// A registry that lacks a platform's package makes npm drop it from the lock file, and `npm ci` then refuses the file.
test('the lock file has the optional packages of every platform', () => {
  const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !homes(path).some((home) => paths.has(`${home}node_modules/${name}`)),
    ),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no registry', () => {
  const resolved = packages.filter(([, entry]) => !entry.link && entry.resolved !== undefined);
  expect(resolved.map(([path]) => path)).toEqual([]);
});

/** Where Node looks for what a package needs, from inside out: each prefix of `node_modules/`. */
function homes(path) {
  const folders = path.split(/(?<=\/)(?=node_modules\/)/);
  return folders
    .map((_, index) => `${folders.slice(0, index + 1).join('')}/`.replace(/\/+$/, '/'))
    .toReversed()
    .concat('');
}
