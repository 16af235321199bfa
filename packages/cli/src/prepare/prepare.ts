import { recipes, type RecipeName } from '@seatrial/guests';
import pLimit from 'p-limit';
import { cacheFolder } from '../cache/cache-folder.ts';
import { sweepTemporary } from '../cache/sweep-temporary.ts';
import { missingEngines, prepareEngine } from './build-engine.ts';
import { findGo } from './go.ts';
import type { Needs } from './needs.ts';
import { type PreparedChart, prepareCharts } from './prepare-charts.ts';
import { PreparationError } from './preparation-error.ts';
import { prepareDefinitions, prepareKubernetes } from './prepare-schemas.ts';
import { progressTo } from './progress.ts';

/** What a run of `prepare` has to tell beyond "it is there". */
export interface Prepared {
  readonly charts: readonly PreparedChart[];
}

/**
 * Puts everything that the other commands need into the cache: the only part of Seatrial that downloads or builds. What
 * is there already costs a look at the disk. Downloads run while Go compiles.
 *
 * @param write Takes each line of progress, for a person.
 * @throws PreparationError (MissingTool among them) with one sentence, after everything that runs has ended.
 */
export async function prepare(needs: Needs, write: (line: string) => void): Promise<Prepared> {
  const progress = progressTo(write);
  await sweepTemporary();
  const go = once(findGo);
  const compile = pLimit(1); // one build uses every core
  const place = placesAmong(missingEngines(needs.tools));
  const engine = onceEach((name: RecipeName) =>
    compile(() => prepareEngine(recipes[name], go, progress, place(name))),
  );
  const charts = prepareCharts(needs.charts, () => engine('helm'), progress);
  await allEnded([
    charts,
    ...needs.tools.map(engine),
    ...needs.kubernetes.map((version) => prepareKubernetes(version, go, progress)),
    ...needs.definitions.map((source) => prepareDefinitions(source, go, progress)),
  ]);
  return { charts: await charts };
}

/** Where an engine stands among those that have to be built: ` (3 of 12)`, nothing where it is the only one. */
function placesAmong(names: readonly RecipeName[]): (name: RecipeName) => string {
  return (name) =>
    names.length > 1 && names.includes(name) ? ` (${names.indexOf(name) + 1} of ${names.length})` : '';
}

function once<Result>(make: () => Promise<Result>): () => Promise<Result> {
  const makeEach = onceEach(make);
  return () => makeEach(undefined);
}

function onceEach<Name, Result>(make: (name: Name) => Promise<Result>): (name: Name) => Promise<Result> {
  const made = new Map<Name, Promise<Result>>();
  return (name) => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}

/** Waits for all of them, also after a failure, so that nothing runs on behind an error that was told. */
async function allEnded(work: readonly Promise<unknown>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((result) => result.status === 'rejected');
  if (failed) throw explainDisk(failed.reason);
}

/** A cache that cannot be written is something that a person can mend; any other error passes as it is. */
function explainDisk(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = diskReasons[code];
  if (reason === undefined) return error;
  return new PreparationError(
    `The cache ${cacheFolder()} cannot be written, ${reason}: make room for it, or set SEATRIAL_CACHE to another folder.`,
  );
}

const diskReasons: Readonly<Record<string, string>> = {
  EACCES: 'for lack of permission',
  EPERM: 'for lack of permission',
  EROFS: 'on a read-only file system',
  ENOSPC: 'on a full disk',
  EDQUOT: 'over the quota',
  ENOTDIR: 'where a file is in the way',
  EEXIST: 'where a file is in the way',
};
