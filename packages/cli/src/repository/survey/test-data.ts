import { posix } from 'node:path';
import { fieldAt, listAt, textAt } from '@seatrial/validator';
import { pathFrom, type Repository } from '../files/repository.ts';
import { isKind } from '../engines/engine-kinds.ts';

/**
 * The files that tests of policies are about: objects that a policy is meant to deny, among others, which nobody applies.
 * Source: gator's Suite (`cases[].object`, `inventory`) and the Test of Kyverno's CLI (`resources`).
 */
export function testData(repository: Repository, isForeign: (path: string) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
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
