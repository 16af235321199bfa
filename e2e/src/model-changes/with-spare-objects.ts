import type { FleetModel } from '@seatrial/compiler';
import { overrideOnCluster } from './override-on-cluster.ts';
import { isSettings, withApplication } from './with-application.ts';

/** Where an object is to be: in every placement of the application on the cluster. */
export interface Spot {
  readonly application: string;
  readonly cluster: string;
}

/** Component and name of the object that no fleet needs: another for each application, as two can share a namespace. */
export function spareObject(application: string): string {
  return `seatrial-spare-${application}`;
}

/** A ConfigMap in the placements of these spots and in no other: an object that can be made and taken away. */
export function withSpareObjects(model: FleetModel, spots: readonly Spot[]): FleetModel {
  let changed = model;
  for (const application of new Set(spots.map((spot) => spot.application))) {
    const spare = spareObject(application);
    changed = withApplication(changed, application, (settings) => ({
      ...settings,
      objects: {
        ...(isSettings(settings['objects']) ? settings['objects'] : {}),
        [spare]: { apiVersion: 'v1', kind: 'ConfigMap', data: { spare: 'nobody reads this' } },
      },
    }));
    const wanted = new Set(spots.flatMap((spot) => (spot.application === application ? [spot.cluster] : [])));
    for (const cluster of Object.keys(model.clusters))
      if (!wanted.has(cluster))
        changed = overrideOnCluster(changed, application, cluster, { objects: { [spare]: null } });
  }
  return changed;
}
