import { posix } from 'node:path';
import type { Unit } from '../engines/unit.ts';
import type { KustomizationGraph } from '../kustomizations/kustomization-graph.ts';
import type { Closure } from './closure.ts';

/** The files that a unit reads. */
export function filesOfUnit(
  { contents, alsoReads = [] }: Unit,
  graph: KustomizationGraph,
): readonly string[] {
  const files = contents.flatMap((content) => {
    if ('files' in content) return content.files;
    const created = (content.edit?.create ?? []).map((path) => posix.join(content.folder, path));
    const reach = [content.folder, ...created].flatMap(graph.reach);
    return [...created, ...reach.flatMap(({ file, resources }) => [file, ...resources])];
  });
  return [...files, ...alsoReads];
}

/** What is left to look at: what nobody syncs for somebody else. */
export interface Uncovered {
  /** Seeds that begin something; the others follow from these. */
  readonly kept: readonly Closure[];
  /** Whether a file is synced by an engine, so that it is not applied by hand as well. */
  readonly isCovered: (file: string) => boolean;
}

/**
 * Leaves out the seeds that an engine syncs because of another seed. Where two seeds sync each other the first one
 * stays.
 */
export function uncovered(closures: readonly Closure[], graph: KustomizationGraph): Uncovered {
  const byCovering = closures.map((closure) => ({
    closure,
    files: new Set(closure.units.flatMap((unit) => filesOfUnit(unit, graph))),
  }));
  const coveredByOthers = new Map<string, number>();
  for (const { closure, files } of byCovering)
    for (const file of files)
      if (file !== closure.seed.file) coveredByOthers.set(file, (coveredByOthers.get(file) ?? 0) + 1);
  const kept = byCovering.filter(({ closure }) => !coveredByOthers.has(closure.seed.file));
  const reached = new Set(kept.flatMap(({ files }) => [...files]));
  for (const one of byCovering) {
    if (kept.includes(one) || reached.has(one.closure.seed.file)) continue;
    kept.push(one);
    for (const file of one.files) reached.add(file);
  }
  return { kept: kept.map(({ closure }) => closure), isCovered: (file) => reached.has(file) };
}
