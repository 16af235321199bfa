import { describeObject, objectId, objectKey } from '../objects/object-id.ts';
import type { Finding } from '../findings/finding.ts';
import type { Placement } from '../resolved/placement.ts';

/** Names are joined with the sign that they may hold themselves: `a-b` in `c` and `a` in `b-c` would be one. */
export function nameFindings(placements: readonly Placement[]): Finding[] {
  const named = new Map<string, Placement>();
  return placements.flatMap((placement): Finding[] => {
    const other = named.get(placement.name);
    named.set(placement.name, placement);
    if (other === undefined) return [];
    const describe = ({ application, environment }: Placement) => `${application} in ${environment}`;
    return [
      {
        code: 'SEA1023',
        severity: 'error',
        sentence: `${describe(other)} and ${describe(placement)} on cluster ${placement.cluster} would both be named ${placement.name}`,
        hint: 'rename one of the applications or environments',
        place: {
          cluster: placement.cluster,
          application: placement.application,
          model: ['applications', placement.application],
        },
      },
    ];
  });
}

/** Two placements on one cluster that own the same object would undo each other's work for ever. */
export function ownershipFindings(placements: readonly Placement[]): Finding[] {
  const owners = new Map<string, Placement>();
  const findings: Finding[] = [];
  for (const placement of placements) {
    for (const { object } of placement.objects) {
      const id = objectId(object);
      const key = `${placement.cluster}/${objectKey(id)}`;
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, placement);
      // Twice in one placement is SEA1017's to say.
      if (owner === undefined || owner === placement) continue;
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
