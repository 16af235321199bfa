import { groupOf } from '@seatrial/compiler';
import { isRecord, recordAt, textAt, type KindIndex, type LocatedObject } from '@seatrial/validator';
import { knownDefinitions } from '../schemas/known-definitions.ts';
import { elsewhere, isService, type Seeker } from './elsewhere.ts';
import { forLookup } from './lookup.ts';
import { fits, selectorsOf } from './selectors.ts';

/**
 * Objects that people apply by hand may go to any cluster, and one folder often needs what another one has. For each
 * cluster: the nearest objects of folders applied by hand elsewhere whose name its own objects mention, or that its own
 * selectors select where nothing of its own fits. They count as there, in the namespace of whoever mentions them where
 * one of the two names none.
 */
export function referencedElsewhere(
  objects: readonly LocatedObject[],
  isByHand: (located: LocatedObject) => boolean,
  kinds: KindIndex,
): readonly LocatedObject[] {
  const found: LocatedObject[] = [];
  const others = elsewhere(objects.filter((located) => isByHand(located) && isKnown(located, kinds)));
  const placesOf = new Set(objects.map(namespaceOf));
  for (const [cluster, own] of Map.groupBy(objects, ({ place }) => place.cluster)) {
    const there = new Set(own.map(identityOf));
    const mentioned = mentionedBy(own);
    const namespaces = new Set(own.flatMap((located) => namespaceOf(located) ?? []));
    const from: Seeker = {
      cluster,
      namespaces: new Set([...mentioned].filter((text) => placesOf.has(text))),
      anywhere: own.some((located) => namespaceOf(located) === undefined),
    };
    const add = (located: LocatedObject): void => {
      if (there.has(identityOf(located))) return;
      there.add(identityOf(located));
      const named = namespaceOf(located);
      // What names no namespace here may be applied to the one that the other object names.
      const places =
        named === undefined
          ? [undefined, ...namespaces]
          : namespaces.has(named) || !from.anywhere
            ? [named]
            : [named, undefined];
      for (const namespace of places) found.push(placed(located, cluster, namespace));
    };
    for (const text of mentioned) others.named(text, from).forEach(add);
    for (const selector of selectorsOf(own)) {
      const fitting = own.filter(({ object }) => fits(selector, object));
      others
        .selected(selector, from)
        .filter((selected) => !fitting.some((located) => isService(located) === isService(selected)))
        .forEach(add);
    }
  }
  return found;
}

function namespaceOf({ object }: LocatedObject): string | undefined {
  return textAt(object, 'metadata', 'namespace');
}

/** A kind that nobody knows may make anything, and would leave every reference open. */
function isKnown({ object: { apiVersion, kind, metadata } }: LocatedObject, kinds: KindIndex): boolean {
  if (typeof apiVersion !== 'string' || !textAt(metadata, 'name')) return false;
  return (
    kinds.find(apiVersion, kind) !== undefined || knownDefinitions(groupOf(apiVersion), kind) !== undefined
  );
}

function identityOf({ object }: LocatedObject): string {
  return `${object.kind}/${textAt(object, 'metadata', 'namespace') ?? ''}/${textAt(object, 'metadata', 'name') ?? ''}`;
}

function placed(located: LocatedObject, cluster: string, namespace: string | undefined): LocatedObject {
  const { object } = located;
  const { namespace: _, ...metadata } = recordAt(object, 'metadata');
  const changed = { ...metadata, ...(namespace === undefined ? {} : { namespace }) };
  return forLookup(
    { ...located, object: { ...object, metadata: changed as typeof object.metadata } },
    cluster,
  );
}

/** Every text in the objects that could be a name, the names of the objects themselves apart. */
function mentionedBy(objects: readonly LocatedObject[]): ReadonlySet<string> {
  const texts = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string' && value.length < 254) texts.add(value);
    else if (Array.isArray(value)) for (const item of value) visit(item);
    else if (isRecord(value)) for (const member of Object.values(value)) visit(member);
  };
  for (const { object } of objects) {
    const { data: _data, metadata, ...rest } = object;
    visit(rest);
    visit(recordAt(metadata, 'annotations'));
    const namespace = textAt(metadata, 'namespace');
    if (namespace !== undefined) texts.add(namespace);
  }
  return texts;
}
