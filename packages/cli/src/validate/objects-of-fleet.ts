import { argoCdObjects, type FleetModel, type Placement, type ResolvedFleet } from '@seatrial/compiler';
import type { LocatedObject } from '@seatrial/validator';

/** The objects of the placements of a fleet: of the trees, and of the charts. */
export function placedObjects(fleet: ResolvedFleet, model: FleetModel): readonly LocatedObject[] {
  return fleet.placements.flatMap((placement) => objectsOfPlacement(fleet, model, placement));
}

function objectsOfPlacement(
  fleet: ResolvedFleet,
  model: FleetModel,
  placement: Placement,
): readonly LocatedObject[] {
  const { application, environment, cluster, name: unit } = placement;
  const place = { fleet: fleet.name, cluster, environment, application };
  const settings: Readonly<Record<string, unknown>> = { ...model.applications[application] };
  const own = placement.objects.map(({ object, component }) => ({
    object,
    place: { ...place, model: ['applications', application, ...componentPath(settings, component)] },
    unit,
  }));
  const ofCharts = placement.charts.flatMap(({ component, objects = [] }) =>
    objects.map((object) => ({
      object,
      place: { ...place, model: ['applications', application, 'charts', component] },
      unit,
    })),
  );
  return [...own, ...ofCharts];
}

/** Where an application has a component of that name: `['workloads', 'api']`. */
function componentPath(settings: Readonly<Record<string, unknown>>, component: string): readonly string[] {
  const kind = Object.keys(settings).find((name) => {
    const members = settings[name];
    return (
      !name.startsWith('per') &&
      typeof members === 'object' &&
      members !== null &&
      Object.hasOwn(members, component)
    );
  });
  return kind === undefined ? [] : [kind, component];
}

/** What the engine of a fleet is told. */
export function objectsOfEngine(fleet: ResolvedFleet): readonly LocatedObject[] {
  return argoCdObjects(fleet).map(({ object, file, cluster }) => ({
    object,
    place: { fleet: fleet.name, cluster, file, model: ['argoCd'] },
  }));
}
