import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newestInCache } from '../../support/cache.ts';
import { verdict } from './verdicts.ts';

interface GatorResult {
  readonly msg?: string;
  readonly constraint: { readonly kind: string; readonly metadata: { readonly name: string } };
  readonly enforcementAction: string;
  readonly scopedActions?: readonly string[];
  readonly violatingObject: unknown;
}

/**
 * What native gator says of these objects as one cluster. Sorted. Where a namespaceSelector meets an object whose Namespace
 * is not there, gator rejects the object unseen; here that is no verdict. Every object is one line of JSON: gator's reader takes
 * blank lines and those that begin with # out of the blocks of a YAML file, and a policy then sees another text.
 */
export function gatorVerdicts(objects: readonly unknown[]): readonly string[] {
  const answer = gatorTest(objects);
  if ('error' in answer) throw new Error(answer.error);
  return answer.results
    .filter(({ msg = '' }) => !isAutoreject(msg))
    .map(({ msg = '', constraint, enforcementAction, scopedActions, violatingObject }) => {
      const actions =
        enforcementAction === 'scoped' ? [...(scopedActions ?? [])].sort() : [enforcementAction];
      const { name } = constraint.metadata;
      return verdict(actions.join('+'), { kind: constraint.kind, name }, violatingObject, msg);
    })
    .sort();
}

/** Whether a message is no policy's: gator could not tell whether the constraint matches. */
function isAutoreject(msg: string): boolean {
  return msg.endsWith('namespace selector for namespace-scoped object but missing Namespace');
}

/** One run of `gator test`; `error` is what it says when it refuses the input. */
export function gatorTest(
  objects: readonly unknown[],
): { readonly results: readonly GatorResult[] } | { readonly error: string } {
  const folder = mkdtempSync(join(tmpdir(), 'gator-'));
  try {
    const file = join(folder, 'cluster.yaml');
    writeFileSync(file, objects.map((object) => `---\n${JSON.stringify(object)}\n`).join(''));
    const { stdout, stderr, status, error } = spawnSync(
      newestInCache('engines/gator-*/gator'),
      ['test', '-f', file, '-o', 'json'],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
        env: { HOME: folder },
      },
    );
    if (error !== undefined) throw error;
    // 1 stands for a denial, and for input that it refuses.
    if (stdout === '') return { error: stderr || `gator ended with ${status}` };
    return { results: (JSON.parse(stdout) ?? []) as readonly GatorResult[] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
