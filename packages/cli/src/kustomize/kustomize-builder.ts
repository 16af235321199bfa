import type { KubernetesObject } from '@seatrial/compiler';
import { ExecaError, execa } from 'execa';
import { findEngine } from '../cache/engine-entry.ts';

/** What real kustomize makes of one root: its objects in kustomize's order, or why it cannot be built. */
export type BuiltRoot =
  | { readonly root: string; readonly objects: readonly KubernetesObject[] }
  | { readonly root: string; readonly error: string };

/**
 * Builds kustomization roots with real kustomize, all in one process, and yields each as soon as it is built. Every root
 * is answered exactly once, also when the process dies. Files outside a root's folders, plugins, helm and the network
 * are refused with an error of that root.
 *
 * @param roots Absolute paths of folders with a kustomization file.
 * @throws MissingFromCache at once when the builder is not prepared; the signal's reason when it aborts.
 */
export function buildRoots(roots: Iterable<string>, signal?: AbortSignal): AsyncIterable<BuiltRoot> {
  return build(findEngine('kustomize-builder'), new Set(roots), signal);
}

async function* build(
  program: string,
  roots: ReadonlySet<string>,
  signal?: AbortSignal,
): AsyncGenerator<BuiltRoot> {
  const unanswered = new Set(roots);
  if (unanswered.size === 0) return;
  const child = execa(program, {
    input: [...roots].map((root) => `${JSON.stringify(root)}\n`).join(''),
    env: {},
    extendEnv: false,
    buffer: { stdout: false, stderr: true },
    ...(signal === undefined ? {} : { cancelSignal: signal }),
  });
  let reason = '';
  try {
    for await (const line of child.iterable()) {
      const built = JSON.parse(line) as BuiltRoot;
      unanswered.delete(built.root);
      yield built;
    }
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof ExecaError)) throw error;
    reason = `: ${String(error.stderr).split('\n', 1)[0] || error.shortMessage}`;
  } finally {
    child.kill();
  }
  for (const root of unanswered)
    yield { root, error: `kustomize-builder ended before it had built this root${reason}` };
}
