import { groupOf } from '@seatrial/compiler';
import { textAt, type LocatedObject } from '@seatrial/validator';
import { nearestTo } from '../files/nearness.ts';
import { forLookup } from './lookup.ts';

/** Folders of a policy library that show how a policy is used. */
const shown = /(^|\/)(samples?|examples?|demos?|tests?)(\/|$)/i;

/**
 * Gatekeeper's policies that people apply by hand hold for whatever they apply by hand from the other folders; those of a
 * policy library's samples hold for nothing else. A constraint whose template stands in another folder gets the nearest.
 */
export function policiesByHand(
  objects: readonly LocatedObject[],
  byHand: ReadonlySet<string>,
): readonly LocatedObject[] {
  const ofGroup = Map.groupBy(
    objects.filter(({ place }) => byHand.has(place.cluster)),
    groupOfObject,
  );
  const templates = ofGroup.get('templates.gatekeeper.sh') ?? [];
  const constraints = ofGroup.get('constraints.gatekeeper.sh') ?? [];
  const settings = ofGroup.get('config.gatekeeper.sh') ?? [];
  if (constraints.length === 0) return [];
  const held = [...constraints, ...settings].filter(({ place }) => !shown.test(place.source?.file ?? ''));
  const ownOf = Map.groupBy([...templates, ...constraints, ...settings], ({ place }) => place.cluster);
  return [...byHand].flatMap((cluster) => {
    const own = ownOf.get(cluster) ?? [];
    const there = new Set(own.map(identityOf));
    const added = held.filter((located) => !there.has(identityOf(located)));
    const names = new Set(
      [...own, ...added]
        .filter((located) => groupOfObject(located) === 'constraints.gatekeeper.sh')
        .map(({ object }) => object.kind.toLowerCase()),
    );
    const brought = [...names].flatMap((name) => {
      if (there.has(`ConstraintTemplate/${name}`)) return [];
      const named = templates.filter(({ object }) => textAt(object, 'metadata', 'name') === name);
      return nearestTo(cluster, named, ({ place }) => place.cluster) ?? [];
    });
    return [...added, ...brought].map((located) => forLookup(located, cluster));
  });
}

function groupOfObject({ object }: LocatedObject): string {
  return typeof object.apiVersion === 'string' && typeof object.kind === 'string'
    ? groupOf(object.apiVersion)
    : '';
}

function identityOf({ object }: LocatedObject): string {
  return `${object.kind}/${textAt(object, 'metadata', 'name') ?? ''}`;
}
