import type { FleetModel } from '../model/fleet.ts';

export type ApplicationModel = FleetModel['applications'][string];
export type ClusterModel = FleetModel['clusters'][string];

/** Where one placement is. */
export interface PlaceOfPlacement {
  readonly application: string;
  readonly environment: string;
  readonly cluster: string;
}

function isOn(
  application: ApplicationModel,
  environment: string,
  cluster: string,
  settings: ClusterModel,
): boolean {
  const { on } = application;
  return (
    (on?.clusters?.includes(cluster) ?? true) &&
    (on?.environments?.includes(environment) ?? true) &&
    (on?.roles === undefined || (settings.role !== undefined && on.roles.includes(settings.role))) &&
    Object.entries(on?.labels ?? {}).every(([key, value]) => settings.labels?.[key] === value)
  );
}

/** Every placement of the fleet: by cluster, then environment, then application, each in the model's order. */
export function placesOf(model: FleetModel): PlaceOfPlacement[] {
  return Object.entries(model.clusters).flatMap(([cluster, settings]) =>
    (settings.environments ?? []).flatMap((environment) =>
      Object.entries(model.applications)
        .filter(([, application]) => isOn(application, environment, cluster, settings))
        .map(([application]) => ({ application, environment, cluster })),
    ),
  );
}
