import type { Finding } from '../findings/finding.ts';
import { groupOf, objectId } from '../objects/object-id.ts';
import { isBuiltInGroup } from '../objects/scope.ts';
import type { Placement } from '../resolved/placement.ts';
import type { ApplicationOrder } from './application-order.ts';
import type { Definitions } from './definitions.ts';

/** Custom resources whose definition comes from an application that is not placed on the same cluster. */
export function definitionFindings(
  placements: readonly Placement[],
  definitions: Definitions,
  order: ApplicationOrder,
): Finding[] {
  const placed = new Set(placements.map(({ cluster, application }) => `${cluster}/${application}`));
  return placements.flatMap((placement) => {
    const told = new Set<string>();
    return placement.objects.flatMap(({ object }): Finding[] => {
      const group = groupOf(object.apiVersion);
      const definers = [...(definitions.byChart.get(group) ?? [])];
      const first = definers[0];
      if (first === undefined || told.has(group) || isBuiltInGroup(group)) return [];
      if (definers.some((definer) => placed.has(`${placement.cluster}/${definer}`))) return [];
      told.add(group);
      const waits = order.earlier.get(placement.application)?.has(first) === true;
      return [
        {
          code: 'SEA1007',
          severity: 'error',
          sentence: `${object.kind} of ${group} is placed on cluster ${placement.cluster}, and ${first}, which defines it, is not${waits ? ', though it is waited for' : ''}`,
          hint: `place ${first} on ${placement.cluster} too, or leave the object out there`,
          place: {
            cluster: placement.cluster,
            environment: placement.environment,
            application: placement.application,
            object: objectId(object),
            model: ['applications', placement.application],
          },
        },
      ];
    });
  });
}
