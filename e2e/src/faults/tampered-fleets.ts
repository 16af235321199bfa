import type { Placement, ResolvedFleet, ResolvedSync } from '@seatrial/compiler';
import type { Tamper } from './fault.ts';

/** Every placement with other settings of its sync. */
export const withSync =
  (change: Partial<ResolvedSync>): Tamper =>
  (fleet) =>
    withPlacements(fleet, (placement) => ({ ...placement, sync: { ...placement.sync, ...change } }));

/** Nobody waits for anybody: every application in the first wave. */
export const withoutOrder: Tamper = (fleet) => ({
  ...fleet,
  applications: fleet.applications.map((application) => ({ ...application, wave: 0 })),
});

export const withoutHooks: Tamper = (fleet) =>
  withPlacements(fleet, (placement) => ({
    ...placement,
    objects: placement.objects.filter(
      ({ object }) => object.metadata.annotations?.['argocd.argoproj.io/hook'] === undefined,
    ),
  }));

/** The content of the commit before, under a new commit. */
export const asBefore: Tamper = (fleet, before) => before?.written ?? fleet;

/** Where a standby became the active cluster, one pod of each Deployment is all there is. */
export const promotedWithOnePod: Tamper = (fleet, before) => {
  const promoted = new Set(
    fleet.clusters
      .filter(
        ({ name, role }) =>
          role === 'active' &&
          before?.meant.clusters.find((cluster) => cluster.name === name)?.role === 'standby',
      )
      .map(({ name }) => name),
  );
  return withPlacements(fleet, (placement) =>
    promoted.has(placement.cluster) ? { ...placement, objects: placement.objects.map(onePod) } : placement,
  );
};

function onePod(resolved: Placement['objects'][number]): Placement['objects'][number] {
  const { object } = resolved;
  const spec = object['spec'];
  if (object.kind !== 'Deployment' || typeof spec !== 'object' || spec === null) return resolved;
  return { ...resolved, object: { ...object, spec: { ...spec, replicas: 1 } } };
}

function withPlacements(fleet: ResolvedFleet, change: (placement: Placement) => Placement): ResolvedFleet {
  return { ...fleet, placements: fleet.placements.map(change) };
}
