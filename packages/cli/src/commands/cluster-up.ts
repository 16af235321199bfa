import { bringUp, progressTo } from '@seatrial/e2e';
import { loadFleets } from '../load/load-fleets.ts';
import type { StartedModels } from '../load/start-models.ts';
import { keepLabUp } from '../rehearse/keep-lab-up.ts';
import type { LabOptions } from '../rehearse/rehearsal-options.ts';
import { UserError } from '../workspace/user-error.ts';

/** `seatrial cluster-up`: the clusters of one fleet, with Argo CD, for as long as somebody wants to look at them. */
export async function clusterUp(started: StartedModels, options: LabOptions): Promise<number> {
  const [outcome, ...others] = await loadFleets(started, { charts: true });
  if (outcome === undefined || others.length > 0) {
    const names = started.models.map(({ source }) => source.name);
    throw new UserError(
      `One fleet is brought up at a time, and this means ${names.join(', ')}.`,
      'Name one of them.',
    );
  }
  if ('error' in outcome) throw outcome.error;
  return keepLabUp(outcome.loaded, started.workspace, options, { bringUp, progressTo });
}
