import { applicationsOf, type Placement, type ResolvedFleet } from '@seatrial/compiler';
import type { LocatedObject, RenderedCluster, RenderedSet, SyncUnit, Unrendered } from '@seatrial/validator';
import type { LoadedFleet } from '../load/load-fleet.ts';
import type { ClusterSchemas } from './clusters-to-validate.ts';
import { objectsOfEngine, placedObjects } from './objects-of-fleet.ts';
import { repositoryOnDisk } from './repository-on-disk.ts';
import type { ValidationTools } from './validation-tools.ts';

/** Everything that a fleet puts on its clusters, as the checks see it. `root` is the absolute path of the repository. */
export function setOfFleet(
  loaded: LoadedFleet,
  clusters: readonly ClusterSchemas[],
  root: string,
  keep: ValidationTools['keep'] = (_, value) => value,
): RenderedSet {
  const { fleet, model } = loaded;
  const ofEngine = keep(`what Argo CD is told of ${fleet.name}`, objectsOfEngine(fleet));
  const folders = [
    ...fleet.placements.flatMap(({ folder }) => (folder === undefined ? [] : [`${fleet.tree}/${folder}`])),
    ...fleet.argoCd.instances.map(({ folder }) => `${fleet.tree}/${folder}`),
  ];
  return {
    clusters: clusters.map((cluster) => renderedCluster(fleet, cluster)),
    objects: [...keep(`the objects of ${fleet.name}`, placedObjects(fleet, model)), ...ofEngine],
    units: unitsOf(fleet, ofEngine),
    repository: repositoryOnDisk(root, [fleet.repository], folders),
  };
}

/** A cluster of a fleet with what the model declares of it. */
export function renderedCluster(fleet: ResolvedFleet, cluster: ClusterSchemas): RenderedCluster {
  const declared = fleet.clusters.find(({ name }) => name === cluster.name)?.storageClasses;
  return {
    ...cluster,
    complete: true,
    ...(declared === undefined ? {} : { storageClasses: declared }),
    unrendered: fleet.placements
      .filter((placement) => placement.cluster === cluster.name)
      .flatMap(unrenderedOf),
  };
}

function unrenderedOf({ application, namespace, charts }: Placement): readonly Unrendered[] {
  return charts.flatMap((chart) => {
    if (chart.objects !== undefined) return [];
    const namespaces = [namespace, ...(chart.namespaces ?? [])];
    return [{ what: `the chart ${chart.component} of ${application}`, namespaces }];
  });
}

function unitsOf(fleet: ResolvedFleet, ofEngine: readonly LocatedObject[]): readonly SyncUnit[] {
  const places = new Map(ofEngine.map(({ object, place }) => [object.metadata.name, place]));
  const applications = new Map(applicationsOf(fleet).map((object) => [object.metadata.name, object]));
  const hubOf = new Map(
    fleet.argoCd.instances.flatMap(({ placements, cluster }) =>
      placements.map((name) => [name, cluster] as const),
    ),
  );
  const setOf = new Map(
    fleet.argoCd.applicationSets.flatMap(({ name, applications: members }) =>
      members.map((member) => [member, name] as const),
    ),
  );
  return fleet.placements.map(({ name, cluster, namespace, application }) => {
    const object = applications.get(name);
    const written = places.get(setOf.get(application) ?? name);
    const hub = hubOf.get(name) ?? cluster;
    const located: LocatedObject | undefined = object && {
      object,
      place: {
        fleet: fleet.name,
        cluster: hub,
        ...(written?.file === undefined ? {} : { file: written.file }),
        model: ['applications', application],
      },
    };
    return { name, cluster, namespace, ...(located === undefined ? {} : { application: located }) };
  });
}
