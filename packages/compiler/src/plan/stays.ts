import { syncOptionsAnnotation } from '../emit/argo-cd/index.ts';
import type { ResolvedFleet } from '../resolved/fleet.ts';
import type { Placement } from '../resolved/placement.ts';
import type { Stays } from './plan-step.ts';
import type { Seated } from './seats.ts';

const hookAnnotations = ['argocd.argoproj.io/hook', 'helm.sh/hook'];

/**
 * Why an object stays in its cluster when git no longer has it; undefined: the engine takes it away, at the next sync
 * or when its Application goes. Source: Argo CD, user guide, "Sync Options" (No Prune Resources, Resource Deletion).
 */
export function staysBehind(
  { content, placement }: Seated,
  before: ResolvedFleet,
  after: ResolvedFleet,
): Stays | undefined {
  const { annotations = {} } = content.metadata;
  if (hookAnnotations.some((name) => annotations[name] !== undefined)) return 'it is a hook';
  const left = after.placements.find(({ name }) => name === placement?.name);
  const goes = placement !== undefined && left === undefined ? 'Delete' : 'Prune';
  const options = new Set(
    (annotations[syncOptionsAnnotation] ?? '').split(',').map((option) => option.trim()),
  );
  if (options.has(`${goes}=false`) || options.has(`${goes}=confirm`)) return 'the object says so';
  // Argo CD's own objects are the root's, which always prunes.
  if (placement === undefined) return undefined;
  const keeps = left === undefined ? preserves(before, placement) : left.sync.automated && !left.sync.prune;
  return keeps ? 'its placement says so' : undefined;
}

/** Whether the objects of a placement outlive its Application. */
function preserves({ argoCd }: ResolvedFleet, { application, sync }: Placement): boolean {
  const set = argoCd.applicationSets.find(({ applications }) => applications.includes(application));
  return set === undefined ? sync.preserveOnDeletion : set.preserveResourcesOnDeletion;
}
