import { textAt, type LocatedObject } from '@seatrial/validator';
import { nearestTo } from '../files/nearness.ts';
import { fits, labelsOf, type Selector } from './selectors.ts';

/** Objects of other folders, fit for looking them up by who may be meant. */
export interface Elsewhere {
  /** For each kind with an object of this name: the nearest in each of the places, else the nearest anywhere. */
  named(name: string, from: Seeker): readonly LocatedObject[];
  /** What a selector selects: the nearest Service, and the nearest of all others, rather one that keeps running. */
  selected(selector: Selector, from: Seeker): readonly LocatedObject[];
}

/** Who looks for something: a cluster, with the namespaces that count for it. */
export interface Seeker {
  readonly cluster: string;
  readonly namespaces: ReadonlySet<string>;
  /** Whether some of its objects name no namespace, so that they may be applied to any. */
  readonly anywhere: boolean;
}

export function elsewhere(objects: readonly LocatedObject[]): Elsewhere {
  const byName = indexed(objects, ({ object }) => [textAt(object, 'metadata', 'name') ?? '']);
  const byLabel = indexed(objects, ({ object }) =>
    Object.entries(labelsOf(object)).map(([key, value]) => labelKey(key, value)),
  );
  return {
    named(name, from) {
      const kinds = Map.groupBy(candidates(byName.get(name), from), ({ object }) => object.kind);
      return [...kinds.values()].flatMap((same) => {
        const places = Map.groupBy(same, ({ object }) => textAt(object, 'metadata', 'namespace'));
        const wanted = [...places].filter(([place]) => place === undefined || from.namespaces.has(place));
        const groups = wanted.length > 0 ? wanted.map(([, members]) => members) : [same];
        return groups.flatMap((members) => nearest(members, from) ?? []);
      });
    },
    selected(selector, from) {
      const [first] = Object.entries(selector);
      const labelled = first === undefined ? undefined : byLabel.get(labelKey(...first));
      const fitting = candidates(labelled, from).filter(({ object }) => fits(selector, object));
      const services = fitting.filter(isService);
      const others = fitting.filter((located) => !isService(located));
      const running = others.filter(({ object }) => !object.kind.endsWith('Job'));
      return [services, running.length > 0 ? running : others].flatMap((some) => nearest(some, from) ?? []);
    },
  };
}

/** A monitor selects Services, everything else selects pods. */
export function isService({ object }: LocatedObject): boolean {
  return object.kind === 'Service';
}

type ByPlace = ReadonlyMap<string | undefined, readonly LocatedObject[]>;

/** By key, then by namespace: one name may be in a thousand namespaces. */
function indexed(
  objects: readonly LocatedObject[],
  keysOf: (located: LocatedObject) => readonly string[],
): ReadonlyMap<string, ByPlace> {
  const index = new Map<string, Map<string | undefined, LocatedObject[]>>();
  for (const located of objects) {
    const place = textAt(located.object, 'metadata', 'namespace');
    for (const key of keysOf(located)) {
      const places = index.get(key) ?? new Map<string | undefined, LocatedObject[]>();
      index.set(key, places);
      const members = places.get(place);
      if (members === undefined) places.set(place, [located]);
      else members.push(located);
    }
  }
  return index;
}

/** What is of other clusters, and in a place that counts for the seeker. */
function candidates(
  places: ByPlace | undefined,
  { cluster, namespaces, anywhere }: Seeker,
): readonly LocatedObject[] {
  if (places === undefined) return [];
  const members = anywhere
    ? [...places.values()].flat()
    : [undefined, ...namespaces].flatMap((place) => places.get(place) ?? []);
  return members.filter(({ place }) => place.cluster !== cluster);
}

function nearest(members: readonly LocatedObject[], { cluster }: Seeker): LocatedObject | undefined {
  return nearestTo(cluster, members, ({ place }) => place.cluster);
}

function labelKey(key: string, value: unknown): string {
  return `${key}=${String(value)}`;
}
