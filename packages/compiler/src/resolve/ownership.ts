import { describeObject, objectId, objectKey } from '../objects/object-id.ts';
import type { Finding } from '../findings/finding.ts';
import type { Placement } from '../resolved/placement.ts';

/** Two placements on one cluster that own the same object would undo each other's work for ever. */
export function ownershipFindings(placements: readonly Placement[]): Finding[] {
  const owners = new Map<string, Placement>();
  const findings: Finding[] = [];
  for (const placement of placements) {
    for (const { object } of placement.objects) {
      const id = objectId(object);
      const key = `${placement.cluster}/${objectKey(id)}`;
      const owner = owners.get(key);
      if (owner === undefined) {
        owners.set(key, placement);
        continue;
      }
      findings.push({
        code: 'SEA1018',
        severity: 'error',
        sentence: `${describeObject(id)} on cluster ${placement.cluster} belongs to two placements: ${owner.name} and ${placement.name}`,
        hint: 'give one of them another namespace or name, or make the object in one application only',
        place: {
          cluster: placement.cluster,
          environment: placement.environment,
          application: placement.application,
          object: id,
          model: ['applications', placement.application],
        },
      });
    }
  }
  return findings;
}
