import { groupOf } from '@seatrial/compiler';
import { textAt, type LocatedObject } from '@seatrial/validator';
import { forLookup } from './lookup.ts';

const policyGroups: ReadonlySet<string> = new Set([
  'templates.gatekeeper.sh',
  'constraints.gatekeeper.sh',
  'config.gatekeeper.sh',
]);

/** Folders of a policy library that show how a policy is used. */
const shown = /(^|\/)(samples?|examples?|demos?|tests?)(\/|$)/i;

/**
 * Gatekeeper's policies that people apply by hand hold for whatever they apply by hand from the other folders. Those of a
 * policy library's samples hold for nothing.
 */
export function policiesByHand(
  objects: readonly LocatedObject[],
  byHand: ReadonlySet<string>,
): readonly LocatedObject[] {
  const policies = objects.filter(
    ({ object, place }) =>
      byHand.has(place.cluster) &&
      typeof object.apiVersion === 'string' &&
      policyGroups.has(groupOf(object.apiVersion)) &&
      !shown.test(place.source?.file ?? ''),
  );
  if (policies.length === 0) return [];
  const there = new Set(objects.map((located) => `${located.place.cluster}\0${identityOf(located)}`));
  return [...byHand].flatMap((cluster) =>
    policies
      .filter((located) => !there.has(`${cluster}\0${identityOf(located)}`))
      .map((located) => forLookup(located, cluster)),
  );
}

function identityOf({ object }: LocatedObject): string {
  return `${object.kind}/${textAt(object, 'metadata', 'name') ?? ''}`;
}
