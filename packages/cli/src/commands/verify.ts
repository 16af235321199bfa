import { reportError } from '../error-boundary.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { loadFleets } from '../load/load-fleets.ts';
import type { StartedModels } from '../load/start-models.ts';
import { verifyParts, type PartToVerify } from '../verify/verify-parts.ts';
import { placementFilter, selectsArgoCd, type Selection } from '../workspace/selection.ts';
import { tell } from '../workspace/told.ts';
import { exitCodes } from '../workspace/user-error.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** `seatrial verify`: the committed tree, built by real kustomize and helm, is exactly what the model means. */
export async function verify(started: StartedModels, selection: Selection): Promise<number> {
  const { workspace } = started;
  const outcomes = await loadFleets(started, { charts: true });
  const loaded = outcomes.flatMap((outcome) => ('loaded' in outcome ? [outcome.loaded] : []));
  const isSelected = await placementFilter(
    loaded.map(({ fleet }) => fleet),
    selection,
  );
  const part = { isSelected, argoCd: selectsArgoCd(selection) };
  let code: number = exitCodes.fine;
  for (const outcome of outcomes) {
    const ended =
      'error' in outcome ? reportError(outcome.error) : verifyOne(outcome.loaded, workspace, part);
    code = Math.max(code, await ended);
  }
  return code;
}

async function verifyOne(loaded: LoadedFleet, workspace: Workspace, part: PartToVerify): Promise<number> {
  const told = await verifyParts(loaded, workspace, [part]);
  return Math.max(...told.map(tell));
}
