import type { LocatedObject } from '../rendered/located-object.ts';
import type { SetView } from '../rendered/set-view.ts';
import { argoCdOf, type ArgoApplicationSet } from './applications.ts';
import { expandApplicationSet, type Expansion } from './generate/expand-application-set.ts';

/** An ApplicationSet with what it makes. */
export interface ExpandedSet {
  readonly set: ArgoApplicationSet;
  readonly expansion: Expansion;
  /** Its Applications: as expanded, or, where that is not possible, those that the set of objects knows to come from it. */
  readonly applications: readonly LocatedObject[];
}

const known = new WeakMap<SetView, readonly ExpandedSet[]>();

/** Every ApplicationSet of a set of objects, expanded once. */
export function expandedSetsOf(view: SetView): readonly ExpandedSet[] {
  const found = known.get(view) ?? expandAll(view);
  known.set(view, found);
  return found;
}

function expandAll(view: SetView): readonly ExpandedSet[] {
  const { applicationSets, applications } = argoCdOf(view);
  const generated = Map.groupBy(
    applications.filter((application) => application.generated).map(({ located }) => located),
    placeKey,
  );
  return applicationSets.map((set) => {
    const scope = { repository: view.repository, clusters: set.plane?.clusters ?? [] };
    const expansion = expandApplicationSet(set.located, scope);
    const isWhole = expansion.notExpanded.length === 0 && expansion.problems.length === 0;
    const fromUnits = generated.get(placeKey(set.located)) ?? [];
    return { set, expansion, applications: isWhole ? expansion.applications : fromUnits };
  });
}

/** A generated Application has the place of what is written down: that of its set. */
function placeKey({ place }: LocatedObject): string {
  return JSON.stringify([place.cluster, place.file, place.source?.file, place.source?.line]);
}
