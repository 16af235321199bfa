import type { ResolvedFleet } from '@seatrial/compiler';
import { placementsAt, withMarks, type Mark } from '../model-changes/with-marks.ts';
import type { Claim, ProofKind } from '../trial/claim.ts';
import type { Trial } from '../trial/trial.ts';
import { publishPlanned } from './changes/publish-planned.ts';
import { proveTogether } from './together/prove-together.ts';
import { operationMark } from './engine/await-application.ts';
import { proveReached } from './reaches/prove-reached.ts';
import { proveUntouched } from './reaches/prove-untouched.ts';

/**
 * What a commit means for a placement that its `manifest-generate-paths` leave out: Argo CD moves the compared revision
 * on without generating manifests, and starts no sync. Source: controller/state.go (GetRepoObjs) and
 * reposerver/repository (UpdateRevisionForPaths) of Argo CD 3.4.
 */
export const reachesProof: ProofKind & { prove(trial: Trial, claims: readonly Claim[]): Promise<void> } = {
  name: 'reaches',
  title: 'Reach of a commit',
  beginsAnywhere: true,
  promise:
    'A commit is synced to every placement whose objects it changes; any other placement only moves its compared revision on, with no sync and no write.',

  derive: (fleet) =>
    reachedPlacements(fleet).map((placement) => ({
      id: `reaches/${placement.name}`,
      kind: 'reaches',
      sentence: `A commit that changes ${placement.name} reaches it, and one that changes others leaves it alone`,
      placement: placement.name,
      cluster: placement.cluster,
    })),

  async prove(trial, claims) {
    const { model } = trial.subject;
    const { fleet } = trial.published;
    const [first, second] = halvesOf(fleet, 'a');
    const marked = [...first, ...second];
    await proveTogether(trial, claims, async (claim, notes, rounds) => {
      const placement = trial.placement(claim.placement ?? '');
      const inFirst = first.some((mark) =>
        placementsAt(fleet, mark).some(({ name }) => name === placement.name),
      );
      const steps = [
        { name: 'the first half changes', model: () => withMarks(model, fleet, first), reaches: inFirst },
        { name: 'the second half changes', model: () => withMarks(model, fleet, marked), reaches: !inFirst },
      ];
      for (const step of steps) {
        const operation = operationMark(trial.application(placement.name));
        const { planned, after } = await rounds.next(step.name, () =>
          publishPlanned(trial, `Reach: ${step.name}`, step.model()),
        );
        if (step.reaches) await proveReached(trial, placement, { planned, after }, notes);
        else await proveUntouched(trial, placement, { operation, after }, notes);
      }
    });
  },
};

/** Those that a commit alone brings up to date: where a person has to start the sync is a proof of its own. */
function reachedPlacements(fleet: ResolvedFleet): ResolvedFleet['placements'] {
  return fleet.placements.filter(({ sync }) => sync.automated);
}

/** Two commits that together change every placement, and that each leave one alone of an application that has several. */
function halvesOf(fleet: ResolvedFleet, value: string): [Mark[], Mark[]] {
  const halves: [Mark[], Mark[]] = [[], []];
  const reached = reachedPlacements(fleet);
  const applications = [...new Set(reached.map(({ application }) => application))];
  for (const [nth, application] of applications.entries()) {
    const clusters = [
      ...new Set(reached.flatMap((one) => (one.application === application ? [one.cluster] : []))),
    ];
    for (const [mth, cluster] of clusters.entries())
      halves[(nth + mth) % 2 === 0 ? 0 : 1].push({ application, cluster, value });
  }
  return halves;
}
