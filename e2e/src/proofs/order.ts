import type { Placement, ResolvedFleet } from '@seatrial/compiler';
import type { Claim, ProofKind } from '../trial/claim.ts';
import type { Trial } from '../trial/trial.ts';
import { proveAfter } from './order/prove-after.ts';
import { proveStages } from './order/prove-stages.ts';
import { stagesOf } from './order/stages.ts';

/**
 * Source: Argo CD, `docs/user-guide/sync-waves.md`. Between applications the compiler makes the same promise with waves
 * of the root and a health check for Applications.
 */
export const orderProof: ProofKind & { prove(trial: Trial, claims: readonly Claim[]): Promise<void> } = {
  name: 'order',
  title: 'Order',
  promise:
    'A sync makes the objects of a wave when those of the wave before are healthy, hooks before and after them, and an application waits for those that it comes after.',

  derive: (fleet) => {
    const automated = fleet.placements.filter(({ sync }) => sync.automated);
    return automated.flatMap((placement) => [
      ...ofStages(placement),
      ...earlierOf(fleet, placement).map((earlier): Claim => ({
        id: `order/${placement.name}-after-${earlier.name}`,
        kind: 'order',
        sentence: `Nothing of ${placement.name} is written before ${earlier.name} is healthy.`,
        placement: placement.name,
        cluster: placement.cluster,
      })),
    ]);
  },

  async prove(trial, claims) {
    await Promise.all(
      claims.map(async (claim) => {
        const placement = trial.subject.fleet.placements.find(({ name }) => name === claim.placement);
        if (placement === undefined) throw new Error(`the fleet has no placement ${claim.placement ?? ''}`);
        const earlier = earlierOf(trial.subject.fleet, placement).find(
          ({ name }) => claim.id === `order/${placement.name}-after-${name}`,
        );
        await trial.prove(claim, async (notes) =>
          earlier === undefined
            ? await proveStages(trial, placement, notes)
            : await proveAfter(trial, earlier, placement, notes),
        );
      }),
    );
  },
};

/** Nothing where everything is made at once. */
function ofStages({ name, cluster, objects }: Placement): readonly Claim[] {
  const stages = stagesOf(objects.map(({ object }) => object));
  if (stages.length < 2) return [];
  return [
    {
      id: `order/${name}`,
      kind: 'order',
      sentence: `The objects of ${name} are made in their order: each wave when the one before is healthy, hooks before and after.`,
      placement: name,
      cluster,
    },
  ];
}

/** The placements that this one waits for: of the same cluster and environment, and not started by a person. */
function earlierOf(fleet: ResolvedFleet, placement: Placement): readonly Placement[] {
  const after = fleet.applications.find(({ name }) => name === placement.application)?.after ?? [];
  return fleet.placements.filter(
    ({ application, cluster, environment, sync }) =>
      after.includes(application) &&
      cluster === placement.cluster &&
      environment === placement.environment &&
      sync.automated,
  );
}
