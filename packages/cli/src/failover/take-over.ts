import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import {
  checkTree,
  ModelError,
  plan,
  recordPath,
  treeLocation,
  treeOfFleet,
  writeTree,
  type Plan,
} from '@seatrial/compiler';
import { rememberTree } from '../compile/known-trees.ts';
import { loadFleet, type LoadedFleet } from '../load/load-fleet.ts';
import { startAll } from '../load/start-models.ts';
import { FleetError } from '../workspace/fleet-error.ts';
import { exitCodes, UserError } from '../workspace/user-error.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { commitMessage } from './commit-message.ts';
import { findTakeover, type FoundTakeover } from './find-takeover.ts';
import { openWorkTree, type GitWorkTree } from './git-work-tree.ts';
import { swapRoles, type EditedSource } from './swap-roles.ts';
import { withSwappedRoles } from './with-swapped-roles.ts';

/** A failover that can be made: everything was looked at, nothing was written. */
export interface PreparedTakeover extends FoundTakeover {
  readonly plan: Plan;
  /** Edits the model, compiles and commits; returns the commit's name. With an error all is as it was. */
  carryOut(signal: AbortSignal): Promise<string>;
}

/**
 * Looks at everything that a failover needs.
 * @throws UserError, ModelError (in a FleetError), TreeError
 */
export async function prepareTakeover(
  loaded: LoadedFleet,
  workspace: Workspace,
  to: string,
): Promise<PreparedTakeover> {
  const { fleet, source } = loaded;
  const takeover = findTakeover(fleet, to);
  const workTree = await openWorkTree(workspace.root);
  const edits = swapRoles(source, workspace, loaded.model, takeover);
  const tree = join(workspace.root, fleet.tree);
  await workTree.refuseChanges([source.folder, tree, ...edits.map(({ file }) => file)]);
  await refuseStaleTree(loaded, workspace);
  const after = inFleet(loaded, workspace, () => withSwappedRoles(loaded, takeover));
  const planned = plan(fleet, after);
  return {
    ...takeover,
    plan: planned,
    carryOut: (signal) => carryOut({ loaded, workspace, takeover, edits, planned, workTree, signal }),
  };
}

interface Work {
  readonly loaded: LoadedFleet;
  readonly workspace: Workspace;
  readonly takeover: FoundTakeover;
  readonly edits: readonly EditedSource[];
  readonly planned: Plan;
  readonly workTree: GitWorkTree;
  readonly signal: AbortSignal;
}

async function carryOut(work: Work): Promise<string> {
  const { loaded, workspace, takeover, edits, planned, workTree, signal } = work;
  try {
    for (const { file, after } of edits) writeFileSync(file, after);
    const changed = await loadAgain(loaded, workspace);
    // The source says more than the roles, or less: what was shown is not what would be committed.
    if (!isDeepStrictEqual(plan(loaded.fleet, changed.fleet), planned)) {
      throw new UserError(
        `${loaded.source.shown}: with the two roles exchanged in its source, the model says something else than the two roles exchanged.`,
        'Exchange them by hand, and look at what else hangs on them.',
      );
    }
    signal.throwIfAborted();
    const written = await writeAll(changed, workspace);
    signal.throwIfAborted();
    const message = commitMessage(changed.fleet, takeover, planned);
    return await workTree.commit([...edits.map(({ file }) => file), ...written], message);
  } catch (error) {
    await putBack(work);
    throw error;
  }
}

async function loadAgain({ source }: LoadedFleet, workspace: Workspace): Promise<LoadedFleet> {
  const [model] = startAll(workspace, [source]).models;
  if (model === undefined) throw new Error(`${source.name} was not started.`);
  try {
    return await loadFleet(model, workspace, { charts: false });
  } catch (error) {
    throw new FleetError(error, source, workspace);
  }
}

/** Writes the tree and returns the files that are not what they were. */
async function writeAll(loaded: LoadedFleet, workspace: Workspace): Promise<string[]> {
  const location = treeLocation(workspace.root, loaded.fleet.name);
  const { written, removed, findings } = await writeTree(location, treeOfFleet(loaded));
  if (findings.length > 0) throw new FleetError(new ModelError(findings), loaded.source, workspace);
  await rememberTree(loaded, workspace.root);
  return [...written, ...removed, recordPath].map((path) => join(workspace.root, loaded.fleet.tree, path));
}

async function putBack({ loaded, workspace, edits }: Work): Promise<void> {
  for (const { file, before } of edits) writeFileSync(file, before);
  try {
    await writeAll(loaded, workspace);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UserError(
      `The model is as it was, but ${loaded.fleet.tree} could not be put back: ${why}.`,
      `Put it back with \`git checkout -- ${loaded.fleet.tree}\`.`,
      { exitCode: exitCodes.environment },
    );
  }
}

/** A tree that is stale already would go into the commit with what it lacks. */
async function refuseStaleTree(loaded: LoadedFleet, { root }: Workspace): Promise<void> {
  const { fleet } = loaded;
  const [stale] = await checkTree(treeLocation(root, fleet.name), treeOfFleet(loaded));
  if (stale === undefined) return;
  throw new UserError(
    `${fleet.tree} is not what the model gives, before any failover: ${stale.sentence}`,
    `Run \`seatrial compile ${fleet.name}\`, look at what changes, and commit it first.`,
  );
}

function inFleet<T>({ source }: LoadedFleet, workspace: Workspace, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new FleetError(error, source, workspace);
  }
}
