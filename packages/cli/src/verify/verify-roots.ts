import { relative } from 'node:path';
import type { Finding } from '@seatrial/compiler';
import { buildRoots } from '../kustomize/kustomize-builder.ts';
import { compareObjects } from './compare-objects.ts';
import type { Root } from './roots-of-fleet.ts';

/** Builds every root with real kustomize and compares each as soon as it is built: what was found, root by root. */
export async function verifyRoots(
  roots: readonly Root[],
  repository: string,
): Promise<ReadonlyMap<Root, readonly Finding[]>> {
  const byFolder = new Map(roots.map((root) => [root.folder, root]));
  const findings = new Map<Root, readonly Finding[]>();
  for await (const built of buildRoots(byFolder.keys())) {
    const root = byFolder.get(built.root);
    if (root === undefined) continue;
    const found =
      'error' in built
        ? [unbuildable(root, built.error, repository)]
        : compareObjects({ ...root, actual: built.objects, maker: 'kustomize' });
    findings.set(root, found);
  }
  return findings;
}

function unbuildable({ folder, place }: Root, error: string, repository: string): Finding {
  return {
    code: 'SEA4004',
    severity: 'error',
    sentence: `kustomize cannot build ${relative(repository, folder)}: ${oneLine(error, repository)}`,
    hint: 'Run `seatrial compile`: a file of the tree is missing or was changed.',
    place,
  };
}

function oneLine(error: string, repository: string): string {
  return error
    .trim()
    .replaceAll(/\s*\n\s*/g, '; ')
    .replaceAll(`${repository}/`, '');
}
