import { resolve, type FleetModel, type Placement, type ResolvedFleet } from '@seatrial/compiler';
import type { Subject } from '../trial/subject.ts';
import { withEpoch } from './epoch-in-git.ts';
import { floorsOf, type Floor } from './floors.ts';
import { withActive, type Pair } from './swap-roles.ts';

/** A host that clients use and that the active cluster serves, whichever of the two that is. */
export interface PublicHost {
  readonly host: string;
  /** Path that answers 2xx when the application behind the host is well. */
  readonly path: string;
  /** The placement that serves it, by cluster. */
  readonly placements: Readonly<Record<string, string>>;
  /** Only the active cluster has it; else both have it always, and the entry alone decides. */
  readonly followsRole: boolean;
}

/** One change of hands, planned on the model: what has to be there before it, and what has to be there after it. */
export interface TakeoverPlan {
  readonly from: string;
  readonly to: string;
  /** What is committed: the roles exchanged, and the epoch of the data. */
  readonly model: FleetModel;
  /** Subject of the commit, as the recovery runbook has it. */
  readonly message: string;
  readonly epoch: number;
  readonly hosts: readonly PublicHost[];
  /** Placements of the two clusters, as they are before and after. Not stood in for. */
  readonly before: { readonly from: readonly Placement[]; readonly to: readonly Placement[] };
  readonly after: { readonly from: readonly Placement[]; readonly to: readonly Placement[] };
  /** The placement on `to` whose sync promotes the data. */
  readonly promoter: string;
  /** What `to` has to have while it waits, and what it has to have when it serves. */
  readonly floor: readonly Floor[];
  readonly size: readonly Floor[];
}

/** @returns undefined for a pair in which no public host follows the role: then nobody could see who serves. */
export function planTakeover(
  subject: Pick<Subject, 'model' | 'inputs'>,
  pair: Pair,
  { from, to, epoch }: { from: string; to: string; epoch: number },
): TakeoverPlan | undefined {
  const { model, inputs } = subject;
  const before = resolve(withActive(model, pair, from), inputs).fleet;
  const roles = withActive(model, pair, to);
  const swapped = resolve(roles, inputs).fleet;
  const hosts = publicHosts(before, swapped, { from, to });
  const promoter = swapped.placements.find(({ name }) => name === hosts[0]?.placements[to]);
  if (promoter === undefined) return undefined;
  const promoting = withEpoch(roles, {
    application: promoter.application,
    cluster: to,
    number: epoch,
    image: imageOf(promoter),
  });
  const after = resolve(promoting, inputs).fleet;
  return {
    from,
    to,
    model: promoting,
    message: `${model.name}: ${to} takes over for ${from}`,
    epoch,
    hosts,
    before: { from: placementsOn(before, from), to: placementsOn(before, to) },
    after: { from: placementsOn(after, from), to: placementsOn(after, to) },
    promoter: promoter.name,
    floor: placementsOn(before, to).flatMap(floorsOfPlacement),
    size: placementsOn(after, to).flatMap(floorsOfPlacement),
  };
}

/** Hosts that one cluster serves before and the other after: those that follow the role, and those that both have. */
function publicHosts(
  before: ResolvedFleet,
  after: ResolvedFleet,
  { from, to }: { from: string; to: string },
): PublicHost[] {
  const clusterOf = (fleet: ResolvedFleet, name: string) =>
    fleet.placements.find((placement) => placement.name === name)?.cluster;
  return before.documents.hosts
    .filter(({ placement }) => clusterOf(before, placement) === from)
    .flatMap(({ host, placement, smokePath }) => {
      const on = (fleet: ResolvedFleet) =>
        fleet.documents.hosts.find((one) => one.host === host && clusterOf(fleet, one.placement) === to);
      const other = on(after);
      if (other === undefined) return [];
      const placements = { [from]: placement, [to]: other.placement };
      return [{ host, path: smokePath, placements, followsRole: on(before) === undefined }];
    });
}

function placementsOn(fleet: ResolvedFleet, cluster: string): Placement[] {
  return fleet.placements.filter((placement) => placement.cluster === cluster && placement.sync.automated);
}

function floorsOfPlacement({ objects }: Placement): Floor[] {
  return floorsOf(objects.map(({ object }) => object));
}

function imageOf({ name, objects }: Placement): string {
  for (const { object } of objects) {
    const { spec } = object as { spec?: { template?: { spec?: { containers?: { image: string }[] } } } };
    const image = spec?.template?.spec?.containers?.[0]?.image;
    if (image !== undefined) return image;
  }
  throw new Error(`${name} has a public host and no workload`);
}
