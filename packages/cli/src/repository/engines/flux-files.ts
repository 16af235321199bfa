import { posix } from 'node:path';
import { isBelow } from '../files/repository.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * The resources of the kustomization that Flux writes for a folder without one: every folder below it that has one, and
 * every other YAML file. Where a source has rules about files to ignore, a file that is no manifest is taken for ignored.
 */
export function filesThatFluxLists(
  folder: string,
  { repository, graph }: Pick<Surroundings, 'repository' | 'graph'>,
): readonly string[] {
  const hasRules = [folder, '.'].some((one) => repository.hasFile(posix.join(one, '.sourceignore')));
  const listed = new Set<string>();
  for (const file of repository.files) {
    if (!/\.ya?ml$/.test(file) || !isBelow(file, folder)) continue;
    const relative = posix.relative(folder, file);
    if (relative.split('/').some((part) => part.startsWith('.'))) continue;
    const steps = posix.dirname(relative).split('/');
    const own = steps
      .map((_, index) => steps.slice(0, index + 1).join('/'))
      .find((below) => below !== '.' && graph.at(posix.join(folder, below)) !== undefined);
    if (own === undefined && hasRules && repository.source(file).findings.length > 0) continue;
    listed.add(`./${own ?? relative}`);
  }
  return [...listed].sort();
}
