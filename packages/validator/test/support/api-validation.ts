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

/** When Kubernetes deprecates and removes one kind in one apiVersion: minor versions such as `1.25`. */
export interface Stage {
  readonly apiVersion: string;
  readonly kind: string;
  readonly deprecated?: string;
  readonly removed: string;
}

/** Every apiVersion of a kind that has an end, as the types of Kubernetes say. */
export function apiLifecycle(): readonly Stage[] {
  return linesOf(runOracle(['lifecycle'], '')) as readonly Stage[];
}

/** Kubernetes' own validation, compiled to a program: one verdict for each object, in their order. */
export function apiValidation(objects: readonly unknown[]): readonly Verdict[] {
  const input = objects.map((object) => `${JSON.stringify(object)}\n`).join('');
  return linesOf(runOracle([], input)) as readonly Verdict[];
}

function runOracle(args: readonly string[], input: string): string {
  const program = newestInCache('engines/api-validation-*/api-validation');
  const options = { input, encoding: 'utf8', maxBuffer: 1 << 30 } as const;
  const { stdout, stderr, status, error } = spawnSync(program, args, options);
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`The oracle failed: ${stderr}`);
  return stdout;
}

function linesOf(output: string): readonly unknown[] {
  return output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}
