import { posix } from 'node:path';
import { fieldAt, listAt, pathFrom, textAt } from '@seatrial/validator';
import { isBelow, type Repository } from '../files/repository.ts';
import { isKind } from '../engines/engine-kinds.ts';

/**
 * The files that tests of policies are about: objects that a policy is meant to deny, among others, which nobody applies.
 * Source: gator's Suite (`cases[].object`, `inventory`), the Test of Kyverno's CLI (`resources`), and the folders of tests
 * that chainsaw and kuttl run step by step.
 */
export function testData(repository: Repository, isForeign: (path: string) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  const folders = new Set(
    repository.files
      .filter((file) => testFile.test(posix.basename(file)))
      .map(posix.dirname)
      .filter((folder) => folder !== repository.scope && isBelow(folder, repository.scope)),
  );
  for (const file of folders.size === 0 ? [] : repository.files)
    if (isInOneOf(file, folders)) found.add(file);
  for (const file of repository.files) {
    if (isForeign(file) || !isSuite(repository.text(file))) continue;
    for (const { value } of repository.documents(file).documents)
      for (const named of namedBy(value)) {
        const path = pathFrom(posix.dirname(file), named);
        if (path !== undefined) found.add(path);
      }
  }
  return found;
}

/** Files by which chainsaw, kuttl and Kyverno's CLI know a folder for a test of theirs. */
const testFile = /^(chainsaw-test|kyverno-test|kuttl-test|\d+-(assert|errors?))\.ya?ml$/;

function isInOneOf(file: string, folders: ReadonlySet<string>): boolean {
  for (let folder = posix.dirname(file); ; folder = posix.dirname(folder)) {
    if (folders.has(folder)) return true;
    if (folder === '.' || folder === '/') return false;
  }
}

function isSuite(text: string | undefined): boolean {
  return text !== undefined && /^apiVersion:\s*["']?(test\.gatekeeper\.sh|cli\.kyverno\.io)\//m.test(text);
}

function namedBy(value: unknown): readonly string[] {
  const named = isKind(value, 'test.gatekeeper.sh', 'Suite')
    ? listAt(value, 'tests').flatMap((test) =>
        listAt(test, 'cases').flatMap((one) => [textAt(one, 'object'), ...listAt(one, 'inventory')]),
      )
    : [...listAt(value, 'resources'), fieldAt(value, 'variables')];
  return named.filter((path): path is string => typeof path === 'string');
}
