import { checkFleet, compileFleet } from '../compile/compile-fleet.ts';
import { reportError } from '../error-boundary.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { loadFleets } from '../load/load-fleets.ts';
import type { StartedModels } from '../load/start-models.ts';
import { tell } from '../workspace/told.ts';
import { exitCodes } from '../workspace/user-error.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface CompileOptions {
  /** Only say which files are not what the model gives. */
  readonly check?: boolean;
  /** Also name the files that were written and removed. */
  readonly list?: boolean;
}

/** `seatrial compile`: writes the tree of each fleet. One fleet that fails does not keep the others from being written. */
export async function compile(started: StartedModels, options: CompileOptions): Promise<number> {
  const { workspace } = started;
  const outcomes = await loadFleets(started, { charts: false });
  let code: number = exitCodes.fine;
  for (const outcome of outcomes) {
    const ended =
      'error' in outcome ? reportError(outcome.error) : compileOne(outcome.loaded, workspace, options);
    code = Math.max(code, await ended);
  }
  return code;
}

async function compileOne(
  loaded: LoadedFleet,
  workspace: Workspace,
  { check = false, list = false }: CompileOptions,
): Promise<number> {
  try {
    return tell(await (check ? checkFleet(loaded, workspace) : compileFleet(loaded, workspace, { list })));
  } catch (error) {
    return reportError(error);
  }
}
