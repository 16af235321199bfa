import { spawnSync } from 'node:child_process';
import { newestInCache } from './cache.ts';

/** What the API server's own code says of an object on create. */
export interface Verdict {
  /** The oracle does not know the kind. */
  readonly unknown?: boolean;
  /** Why the object cannot be decoded. */
  readonly decode?: string;
  readonly causes:
    readonly { readonly field: string; readonly type: string; readonly detail: string }[] | null;
  readonly warnings?: readonly string[];
}

/** The Kubernetes version that the oracle is built of. */
export const oracleVersion = '1.34.2';

/** Kubernetes' own validation, compiled to a program: one verdict for each object, in their order. */
export function apiValidation(objects: readonly unknown[]): readonly Verdict[] {
  const program = newestInCache('engines/api-validation-*/api-validation');
  const input = objects.map((object) => `${JSON.stringify(object)}\n`).join('');
  const { stdout, stderr, status, error } = spawnSync(program, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`The oracle failed: ${stderr}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Verdict);
}
