import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';
import { applicationOf } from './application.ts';
import { instanceScopes } from './instance-scope.ts';

/** Every Application of the fleet, those included that an ApplicationSet generates: one a placement. */
export function applicationsOf(fleet: ResolvedFleet): KubernetesObject[] {
  return instanceScopes(fleet).flatMap((scope) =>
    scope.placements.map((placement) => applicationOf(scope, placement)),
  );
}
