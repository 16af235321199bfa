import type { KubernetesObject, Placement } from '@seatrial/compiler';
import { placementObjects } from '../../trial/differences/placement-objects.ts';

/** What Argo CD makes of a placement, in its order: not definitions, which are there before it (`definitionsFirst`). */
export function orderedObjects(placement: Placement): readonly KubernetesObject[] {
  return placementObjects(placement).filter(({ kind }) => kind !== 'CustomResourceDefinition');
}
