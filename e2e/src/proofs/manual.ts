import type { ResolvedFleet } from '@seatrial/compiler';
import { withMarks } from '../model-changes/with-marks.ts';
import { Disproof } from '../run/outcome-errors.ts';
import type { Claim, ProofKind } from '../trial/claim.ts';
import { short, wantedRevision } from '../trial/tree-revision.ts';
import type { Notes, Trial } from '../trial/trial.ts';
import { awaitApplication, operationMark } from './engine/await-application.ts';
import { disturbance } from './engine/disturbance.ts';
import { startSync } from './engine/start-sync.ts';
import { proveTogether } from './together/prove-together.ts';

/** Seconds for which nothing may happen while a person is awaited. */
const hold = 3;

/** Source: Argo CD user guide, "Automated Sync Policy". */
export const manualProof: ProofKind & { prove(trial: Trial, claims: readonly Claim[]): Promise<void> } = {
  name: 'manual',
  title: 'Manual sync',
  promise:
    'A placement without automated sync shows that it is behind, and changes nothing until a person starts a sync.',

  derive: (fleet) =>
    manualPlacements(fleet).map(({ name, cluster }) => ({
      id: `manual/${name}`,
      kind: 'manual',
      sentence: `${name} waits for a person after a commit, and then becomes what the commit says`,
      placement: name,
      cluster,
    })),

  async prove(trial, claims) {
    const { fleet, model } = trial.published;
    const marks = manualPlacements(fleet).map((one) => ({ ...one, value: 'manual' }));
    await proveTogether(trial, claims, async ({ placement = '' }, notes, rounds) => {
      await untilAPersonSyncs(trial, placement, notes);
      await rounds.next('a commit', () => trial.publish('Manual: a change', withMarks(model, fleet, marks)));
      await untilAPersonSyncs(trial, placement, notes);
      await rounds.next('the way back', () => trial.publish('Manual: back to the fleet as it is', model));
      await untilAPersonSyncs(trial, placement, notes);
    });
  },
};

function manualPlacements(fleet: ResolvedFleet): ResolvedFleet['placements'] {
  return fleet.placements.filter(({ sync }) => !sync.automated);
}

/** What is published shows as OutOfSync and stays so; a sync that a person starts makes it equal. */
async function untilAPersonSyncs(trial: Trial, name: string, notes: Notes): Promise<void> {
  const { run, published } = trial;
  const placement = trial.placement(name);
  const commit = short(published.commits[placement.revision]);
  const before = await awaitApplication(trial, name, {
    awaited: `shows that it is behind ${commit}`,
    within: 60,
    met: (one) => one.revision === wantedRevision(placement, one, published) && one.sync === 'OutOfSync',
  });
  const against = await disturbance(trial, placement, { seconds: hold, operation: operationMark(before) });
  if (against !== undefined) throw new Disproof(`${against}, and nobody had asked for it`);
  notes.saw(`${commit} shows as OutOfSync; no sync and no write for ${hold} s`);
  const began = run.clock.now();
  await startSync(trial, name);
  await trial.settle({ placements: [name], within: 90 });
  notes.measure('in step after a person started the sync', run.clock.now() - began, 'ms');
  notes.saw(`a sync started by hand made it ${commit}, healthy and equal`);
}
