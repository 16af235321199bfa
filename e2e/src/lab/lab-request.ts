import { clusterSecretLabels, groupOf, type ResolvedFleet } from '@seatrial/compiler';
import type { ClusterRequest, LabRequest } from './lab.ts';
import { programDefinitions } from './program-definitions.ts';

/** What has to run so that a fleet can be rehearsed. Pure. */
export function labRequestOf(fleet: ResolvedFleet): LabRequest {
  return {
    fleet: fleet.name,
    clusters: fleet.clusters.map((cluster) => ({
      name: cluster.name,
      kubernetes: cluster.kubernetes.minor,
      ...(cluster.region === undefined ? {} : { region: cluster.region }),
      storageClasses: cluster.storageClasses ?? [],
      ...placesOf(fleet, cluster.name),
      ...operatorsOf(fleet, cluster.name),
    })),
    argoCds: fleet.argoCd.instances.map((instance) => {
      const managed = new Set(
        fleet.placements
          .filter(({ name }) => instance.placements.includes(name))
          .map((placement) => placement.cluster),
      );
      return {
        cluster: instance.cluster,
        namespace: fleet.argoCd.namespace,
        manages: fleet.clusters
          .filter(({ name }) => managed.has(name) && name !== instance.cluster)
          .map((cluster) => ({ name: cluster.name, labels: clusterSecretLabels(fleet, cluster) })),
      };
    }),
    images: [
      ...new Set(
        fleet.placements.flatMap(({ objects }) => objects.flatMap(({ object }) => imagesOf(object))),
      ),
    ],
  };
}

/** Every cluster has them. */
const everywhere = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease']);

function placesOf(
  fleet: ResolvedFleet,
  cluster: string,
): Pick<ClusterRequest, 'namespaces' | 'shared' | 'groups'> {
  const placements = fleet.placements.filter((placement) => placement.cluster === cluster);
  const charts = placements.flatMap((placement) => placement.charts);
  const objects = [
    ...placements.flatMap((placement) => placement.objects.map(({ object }) => object)),
    ...charts.flatMap((chart) => chart.objects ?? []),
  ];
  const namespaces = new Set([
    ...placements.map(({ namespace }) => namespace),
    ...objects.map(({ kind, metadata }) => (kind === 'Namespace' ? metadata.name : metadata.namespace)),
  ]);
  const own = [...namespaces].filter((name) => name !== undefined).filter((name) => !everywhere.has(name));
  return {
    namespaces: own,
    shared: objects
      .filter(({ kind, metadata }) => kind !== 'Namespace' && !own.includes(metadata.namespace ?? ''))
      .map(({ apiVersion, kind, metadata: { name, namespace } }) => ({
        apiVersion,
        kind,
        name,
        ...(namespace === undefined ? {} : { namespace }),
      })),
    groups: [
      ...new Set([
        ...charts.flatMap(({ definitions }) => definitions?.groups ?? []),
        ...groupsOfPrograms(operatorsOf(fleet, cluster)),
      ]),
    ],
  };
}

/** Of what an operator brings, whatever the model says of its chart. */
function groupsOfPrograms({
  gatekeeper,
  externalSecrets,
}: ReturnType<typeof operatorsOf>): readonly string[] {
  const definitions = [
    ...(gatekeeper ? [...programDefinitions.gatekeeper, 'any.constraints.gatekeeper.sh'] : []),
    ...(externalSecrets ? programDefinitions.externalSecrets : []),
  ];
  return definitions.map((name) => name.slice(name.indexOf('.') + 1));
}

/** An operator runs where something of the fleet says what its custom resources are, or uses them. */
function operatorsOf(
  fleet: ResolvedFleet,
  cluster: string,
): Pick<ClusterRequest, 'gatekeeper' | 'externalSecrets'> {
  const groups = new Set(
    fleet.placements
      .filter((placement) => placement.cluster === cluster)
      .flatMap(({ charts, objects }) => [
        ...charts.flatMap(({ definitions }) => definitions?.groups ?? []),
        ...objects.map(({ object }) => groupOf(object.apiVersion)),
      ]),
  );
  return {
    gatekeeper: groups.has('templates.gatekeeper.sh'),
    externalSecrets: groups.has('external-secrets.io'),
  };
}

function imagesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(imagesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'image' && typeof inner === 'string' ? [inner] : imagesOf(inner),
  );
}
