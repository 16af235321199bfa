import type { KubernetesObject, ResolvedFleet } from '@seatrial/compiler';
import { placementObjects } from '../../trial/differences/placement-objects.ts';
import { field, listAt, textAt } from '../../trial/field.ts';

export interface Constraint {
  readonly object: KubernetesObject;
  /** `K8sDenyLatestTag/forbid-latest-tag`, as {@link Refusal.constraint}. */
  readonly id: string;
  readonly name: string;
}

/** Constraints of a cluster that refuse what breaks them; others only warn or count. Source: Gatekeeper, "Handling Constraint Violations". */
export function refusingConstraints(fleet: ResolvedFleet, cluster: string): Constraint[] {
  return fleet.placements
    .filter((placement) => placement.cluster === cluster)
    .flatMap(placementObjects)
    .filter(
      (object) =>
        object.apiVersion.startsWith('constraints.gatekeeper.sh/') &&
        (textAt(object, 'spec', 'enforcementAction') ?? 'deny') === 'deny',
    )
    .map((object) => ({
      object,
      id: `${object.kind}/${object.metadata.name}`,
      name: object.metadata.name,
    }));
}

/** Whether the constraint is about objects of this kind; without a list it is about all. */
export function isAbout({ object }: Constraint, kind: string): boolean {
  const match = field(object, 'spec', 'match');
  const kinds = listAt(match, 'kinds').flatMap((one) => listAt(one, 'kinds'));
  return kinds.length === 0 || kinds.includes(kind) || kinds.includes('*');
}
