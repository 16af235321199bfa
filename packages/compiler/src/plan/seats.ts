import { argoCdObjects } from '../emit/argo-cd/index.ts';
import type { KubernetesObject } from '../objects/kubernetes-object.ts';
import { objectId, objectKey } from '../objects/object-id.ts';
import type { ResolvedChart } from '../resolved/chart.ts';
import type { ResolvedFleet } from '../resolved/fleet.ts';
import type { Placement } from '../resolved/placement.ts';
import { argoCdOwner, type Seat } from './plan-step.ts';

/** An object of a fleet, and where it lives. */
export interface Seated extends Seat {
  readonly content: KubernetesObject;
  /** What tells it from others when it appears elsewhere: application, environment, component, kind and name. */
  readonly origin: string;
  /** Absent for Argo CD's own objects. */
  readonly placement?: Placement;
}

/** Every object that is known of a fleet, by cluster and identity. `isKnown` says which charts count. */
export function seatsOf(
  fleet: ResolvedFleet,
  isKnown: (placement: Placement, chart: ResolvedChart) => boolean,
): Map<string, Seated> {
  const seats = new Map<string, Seated>();
  const add = (seated: Seated) => {
    const key = `${seated.cluster}/${objectKey(seated.object)}`;
    if (!seats.has(key)) seats.set(key, seated);
  };
  for (const placement of fleet.placements) {
    for (const { component, object } of objectsOf(placement, isKnown)) {
      add({
        cluster: placement.cluster,
        owner: placement.name,
        object: objectId(object),
        content: object,
        origin: originOf([placement.application, placement.environment, component], object),
        placement,
      });
    }
  }
  for (const { object, cluster } of argoCdObjects(fleet)) {
    const id = objectId(object);
    add({
      cluster,
      owner: argoCdOwner,
      object: id,
      content: object,
      origin: originOf([argoCdOwner], object),
    });
  }
  return seats;
}

function objectsOf(
  placement: Placement,
  isKnown: (placement: Placement, chart: ResolvedChart) => boolean,
): { readonly component: string; readonly object: KubernetesObject }[] {
  return [
    ...placement.objects,
    ...placement.charts.flatMap((chart) =>
      isKnown(placement, chart)
        ? (chart.objects ?? []).map((object) => ({ component: chart.component, object }))
        : [],
    ),
  ];
}

/** A name may change with the cluster or the namespace, but an object that moves keeps it. */
function originOf(from: readonly string[], object: KubernetesObject): string {
  const { group, kind, name } = objectId(object);
  return JSON.stringify([...from, group, kind, name]);
}
