import type { Placement, ResolvedFleet } from '@seatrial/compiler';
import { spareApplications, withSpareApplications } from '../model-changes/with-spare-applications.ts';
import { withSpareObjects } from '../model-changes/with-spare-objects.ts';
import type { Claim, ProofKind } from '../trial/claim.ts';
import type { Notes, Trial } from '../trial/trial.ts';
import { plannedChanges } from './changes/planned-changes.ts';
import { publishPlanned } from './changes/publish-planned.ts';
import { spareThere } from './prunes/spare-there.ts';
import { proveApplicationGone } from './prunes/prove-application-gone.ts';
import { proveKept } from './prunes/prove-kept.ts';
import { provePruned } from './prunes/prove-pruned.ts';
import { spareOf, withForeignObject } from './prunes/with-foreign-object.ts';
import { proveTogether } from './together/prove-together.ts';
import type { Rounds } from './together/rounds.ts';

/** Source: Argo CD user guide, "Automated Sync Policy" (automatic pruning), "Resource Tracking" and "App Deletion". */
export const prunesProof: ProofKind & { prove(trial: Trial, claims: readonly Claim[]): Promise<void> } = {
  name: 'prunes',
  title: 'Prune',
  beginsAnywhere: true,
  promise:
    'An object that leaves the model and carries the tracking id of its placement is deleted where prune is on, and is left where it is off; nothing else is deleted. An application that leaves takes its objects along where its settings say so.',

  derive: (fleet) => [
    ...automated(fleet).map(({ name, cluster, sync }) => ({
      id: `prunes/${name}`,
      kind: 'prunes' as const,
      sentence: sync.prune
        ? `What leaves the model is pruned of ${name}, exactly as the plan says`
        : `What leaves the model stays in ${name}, which does not prune, and shows as OutOfSync`,
      placement: name,
      cluster,
    })),
    {
      id: wholeApplication(),
      kind: 'prunes',
      sentence: 'An application that leaves the model takes its objects along where its settings say so',
    },
    ...fleet.argoCd.applicationSets.map(({ name, preserveResourcesOnDeletion }) => ({
      id: wholeApplication(name),
      kind: 'prunes' as const,
      sentence: preserveResourcesOnDeletion
        ? `An application that leaves the ApplicationSet ${name} leaves its objects in the clusters`
        : `An application that leaves the ApplicationSet ${name} takes its objects along`,
    })),
  ],

  async prove(trial, claims) {
    const { model } = trial.subject;
    const { fleet } = trial.published;
    const spares = spareApplications(model);
    const richer = withSpareApplications(withSpareObjects(model, automated(fleet)), spares);
    const rounds = {
      more: (all: Rounds) => all.next('more', () => trial.publish('Prune: something more', richer)),
      less: (all: Rounds) =>
        all.next('less', () => publishPlanned(trial, 'Prune: back to the fleet as it is', model)),
    };
    await proveTogether(trial, claims, async ({ id, placement }, notes, all) => {
      await rounds.more(all);
      if (placement !== undefined) {
        await proveObject(trial, { name: placement, less: () => rounds.less(all), notes });
        return;
      }
      const spare = spares.find(({ set }) => id === wholeApplication(set));
      const gone = trial.published.fleet.placements.filter(({ application }) => application === spare?.name);
      await trial.settle({ placements: gone.map(({ name }) => name), within: 90 });
      const { planned, after } = await rounds.less(all);
      await Promise.all(
        gone.map((one) => proveApplicationGone(trial, { placement: one, planned, since: after.at, notes })),
      );
    });
  },
};

function wholeApplication(set?: string): string {
  return set === undefined ? 'prunes/application' : `prunes/application-of-set-${set}`;
}

/** Where a person starts the sync, a person decides about pruning too. */
function automated(fleet: ResolvedFleet): Placement[] {
  return fleet.placements.filter(({ sync }) => sync.automated);
}

interface Turn {
  readonly name: string;
  readonly less: () => ReturnType<typeof publishPlanned>;
  readonly notes: Notes;
}

async function proveObject(trial: Trial, { name, less, notes }: Turn): Promise<void> {
  await spareThere(trial, trial.placement(name));
  await withForeignObject(trial, trial.placement(name), async (foreign) => {
    const spare = spareOf(trial.placement(name));
    const { planned, after } = await less();
    const placement = trial.placement(name);
    const turn = { placement, planned: plannedChanges(planned, name), after, spare, foreign, notes };
    if (placement.sync.prune) await provePruned(trial, turn);
    else await proveKept(trial, turn);
  });
}
