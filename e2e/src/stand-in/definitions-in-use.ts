import { argoCdObjects, groupOf, type KubernetesObject, type ResolvedFleet } from '@seatrial/compiler';
import { programDefinitions } from '../lab/program-definitions.ts';
import { asRecord } from './json.ts';
import type { World } from './world.ts';

/**
 * Of the definitions that charts install, those that something stands on: an object of the fleet, or a program that runs
 * beside a cluster. Argo CD reads all of a cluster's API again at each change of each definition (gitops-engine,
 * `watchEvents`), one after the other: the 49 of a usual fleet take minutes.
 */
export function definitionsInUse(
  fleet: ResolvedFleet,
  definitions: World['definitions'],
): World['definitions'] {
  const used = new Set(
    [
      ...fleet.placements.flatMap(({ objects }) => objects),
      ...fleet.applications.flatMap(({ base }) => base),
      ...argoCdObjects(fleet),
    ].map(({ object }) => `${groupOf(object.apiVersion)}/${object.kind}`),
  );
  const needed = new Set<string>(Object.values(programDefinitions).flat());
  return new Map(
    [...definitions].map(([source, all]) => [
      source,
      all.filter((definition) => used.has(kindOf(definition)) || needed.has(definition.metadata.name)),
    ]),
  );
}

function kindOf(definition: KubernetesObject): string {
  const { group, names } = asRecord(definition['spec']);
  return `${String(group)}/${String(asRecord(names)['kind'])}`;
}
