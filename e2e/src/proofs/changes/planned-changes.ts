import { objectKey, type Plan, type PlanStep } from '@seatrial/compiler';

/** What a plan says of the objects of one owner, by key (`apps/Deployment/luneo/api`). */
export interface PlannedChanges {
  /** Created or changed. */
  readonly written: readonly string[];
  readonly deleted: readonly string[];
  /** No longer in git, and left in the cluster all the same. */
  readonly kept: readonly string[];
}

/** Hooks are left out: they are made anew at every sync, changed or not. */
export function plannedChanges({ steps }: Plan, owner: string): PlannedChanges {
  const changes = { written: [] as string[], deleted: [] as string[], kept: [] as string[] };
  for (const step of steps) {
    if ('stays' in step && step.stays === 'it is a hook') continue;
    const gone = leaves(step);
    if (gone?.owner === owner)
      changes['stays' in step && step.stays !== undefined ? 'kept' : 'deleted'].push(objectKey(gone.object));
    if (step.action !== 'delete' && step.at.owner === owner) changes.written.push(objectKey(step.at.object));
  }
  return changes;
}

/** The seat that is empty afterwards. */
function leaves(step: PlanStep): PlanStep['at'] | undefined {
  if (step.action === 'delete') return step.at;
  return step.action === 'move' ? step.from : undefined;
}
