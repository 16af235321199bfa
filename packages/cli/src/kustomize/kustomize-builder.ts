import type { KubernetesObject } from '@seatrial/compiler';
import { buildAll } from './build-all.ts';

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
  const answers = buildAll(
    [...new Set(roots)].map((root) => ({ root, id: root })),
    signal,
  );
  return byRoot(answers);
}

async function* byRoot(answers: ReturnType<typeof buildAll>): AsyncGenerator<BuiltRoot> {
  for await (const { id, ...answer } of answers) {
    if ('error' in answer) yield { root: id, error: answer.error };
    else yield { root: id, objects: answer.objects };
  }
}
