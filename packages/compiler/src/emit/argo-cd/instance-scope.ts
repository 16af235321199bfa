import type { ResolvedApplication } from '../../resolved/application.ts';
import type { ResolvedArgoCd } from '../../resolved/argo-cd.ts';
import type { ResolvedCluster } from '../../resolved/cluster.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { Placement } from '../../resolved/placement.ts';
import { sourcesOf, type Source } from './application-sources.ts';

export type ArgoCdInstance = ResolvedArgoCd['instances'][number];
export type ApplicationSet = ResolvedArgoCd['applicationSets'][number];

/** One Argo CD with what it syncs, looked up once. */
export interface InstanceScope {
  readonly fleet: ResolvedFleet;
  readonly instance: ArgoCdInstance;
  /** What this Argo CD syncs, in the fleet's order. */
  readonly placements: readonly Placement[];
  /** Applications with a placement here, in the fleet's order. */
  readonly applications: readonly ResolvedApplication[];
  /** What each placement is made from, by its name. */
  readonly sources: ReadonlyMap<string, readonly Source[]>;
  readonly clusters: ReadonlyMap<string, ResolvedCluster>;
  /** The ApplicationSet that generates the placements of an application, by application. */
  readonly setOf: ReadonlyMap<string, ApplicationSet>;
}

/** Findings, objects and documents all look at the same fleet, and the sources of its charts are not for nothing. */
const known = new WeakMap<ResolvedFleet, readonly InstanceScope[]>();

export function instanceScopes(fleet: ResolvedFleet): readonly InstanceScope[] {
  const scopes = known.get(fleet) ?? lookUp(fleet);
  known.set(fleet, scopes);
  return scopes;
}

function lookUp(fleet: ResolvedFleet): InstanceScope[] {
  const clusters = new Map(fleet.clusters.map((cluster) => [cluster.name, cluster]));
  const setOf = new Map(
    fleet.argoCd.applicationSets.flatMap((set) => set.applications.map((name) => [name, set] as const)),
  );
  return fleet.argoCd.instances.map((instance) => {
    const here = new Set(instance.placements);
    const placements = fleet.placements.filter((placement) => here.has(placement.name));
    const placed = new Set(placements.map((placement) => placement.application));
    const applications = fleet.applications.filter((application) => placed.has(application.name));
    const sources = new Map(placements.map((placement) => [placement.name, sourcesOf(fleet, placement)]));
    return { fleet, instance, placements, applications, sources, clusters, setOf };
  });
}

/** What one ApplicationSet generates in this Argo CD. */
export function generatedBy(scope: InstanceScope, set: ApplicationSet): Placement[] {
  return scope.placements.filter((placement) => scope.setOf.get(placement.application) === set);
}
