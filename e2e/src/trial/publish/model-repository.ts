import { join } from 'node:path';
import { checkModel, emit, resolve, type FleetModel, type ResolvedFleet } from '@seatrial/compiler';
import pLimit from 'p-limit';
import type { GitServer, StandIn } from '../../lab/lab.ts';
import { Infrastructure } from '../../run/outcome-errors.ts';
import type { Run } from '../../run/run.ts';
import { standIn } from '../../stand-in/stand-in.ts';
import type { World } from '../../stand-in/world.ts';
import type { Subject } from '../subject.ts';
import type { Published, PublishOptions } from '../trial.ts';
import { followedBranches } from './followed-branches.ts';
import { chartFilesInRepository, chartsBesideTrees } from './serve-sources.ts';
import { servedName } from './served-name.ts';
import { openWorkClone, type RepositoryFiles } from './work-clone.ts';

/** The fleet's own repository, as the rehearsal serves it. What is asked for at the same time is done in turn. */
export interface ModelRepository {
  /** What stood in for what in the last {@link publish}. */
  readonly standIns: readonly StandIn[];
  /**
   * Resolves a model, replaces what stands in, compiles, commits, and pushes to every branch that the engine follows.
   * @throws ModelError with the findings; Infrastructure when it cannot be pushed, and then there is no commit
   */
  publish(message: string, model: FleetModel, options?: PublishOptions): Promise<Published>;
  /** `git revert` of the newest publish that is not reverted yet, pushed. */
  revert(message: string): Promise<Published>;
}

interface State {
  readonly published: Published;
  readonly commit: string;
  readonly files: RepositoryFiles;
  /** What a revert of this one brings back; absent for the first. */
  readonly before?: State;
}

/**
 * @param world with the addresses that `serveSources` gave
 * @param written what is written in the place of a fleet: the faults of a rehearsal that is rehearsed itself
 */
export async function openModelRepository({
  run,
  git,
  subject,
  world,
  written = (fleet) => fleet,
}: {
  readonly run: Run;
  readonly git: GitServer;
  readonly subject: Subject;
  readonly world: World;
  readonly written?: (fleet: ResolvedFleet, before: ResolvedFleet | undefined) => ResolvedFleet;
}): Promise<ModelRepository> {
  const name = servedName(subject.fleet.repository);
  const clone = await openWorkClone(join(run.folder, 'model-repository'), git.localUrl(name));
  const foreign: RepositoryFiles = new Map([
    ...subject.files,
    ...chartsBesideTrees(subject).flatMap(chartFilesInRepository),
  ]);
  const turn = pLimit(1);
  let standIns: readonly StandIn[] = [];
  let state: State | undefined;

  /** Pushes what has just been committed, or takes it back. */
  async function push(
    commit: string,
    before: RepositoryFiles,
    published: Pick<Published, 'message' | 'model' | 'fleet'>,
  ): Promise<Published> {
    const branches = followedBranches(published.fleet);
    try {
      await clone.push([...new Set(branches.values())].map((branch) => `refs/heads/${branch}`));
    } catch (error) {
      await clone.drop(before);
      throw error;
    }
    const commits = Object.fromEntries([...branches.keys()].map((revision) => [revision, commit]));
    return { ...published, commits, at: run.clock.now() };
  }

  async function publish(
    message: string,
    model: FleetModel,
    { adjust = (fleet) => fleet }: PublishOptions = {},
  ): Promise<Published> {
    const stoodIn = standIn(resolve(checkModel(model), subject.inputs).fleet, world);
    const fleet = adjust(stoodIn.fleet);
    const files = new Map([...foreign, ...treeFiles(written(fleet, state?.published.fleet))]);
    const before = clone.files;
    const commit = await clone.commit(message, files);
    const published = await push(commit, before, { message, model, fleet });
    ({ standIns } = stoodIn);
    state = { published, commit, files, ...(state === undefined ? {} : { before: state }) };
    return published;
  }

  async function revert(message: string): Promise<Published> {
    const reverted = state;
    const back = reverted?.before;
    if (reverted === undefined || back === undefined) {
      throw new Infrastructure('There is nothing to revert: before the first publish there was nothing.');
    }
    const before = clone.files;
    const commit = await clone.revert(reverted.commit, message, back.files);
    const { model, fleet } = back.published;
    const published = await push(commit, before, { message, model, fleet });
    state = { ...back, published };
    return published;
  }

  return {
    get standIns() {
      return standIns;
    },
    publish: (message, model, options) => turn(() => publish(message, model, options)),
    revert: (message) => turn(() => revert(message)),
  };
}

function treeFiles(fleet: ResolvedFleet): [path: string, text: string][] {
  return [...emit(fleet)].map(([path, text]) => [`${fleet.tree}/${path}`, text]);
}
