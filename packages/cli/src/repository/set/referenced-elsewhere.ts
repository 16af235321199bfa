import { groupOf } from '@seatrial/compiler';
import { isRecord, listAt, recordAt, textAt, type KindIndex, type LocatedObject } from '@seatrial/validator';
import { knownDefinitions } from '../schemas/known-definitions.ts';
import { forLookup } from './lookup.ts';

/**
 * Objects that people apply by hand may go to any cluster, and one folder often needs what another one has. For each
 * cluster: the objects of folders applied by hand elsewhere whose name, or one of whose labels, its own objects mention. They
 * count as there, in the namespace of whoever mentions them where one of the two names none.
 */
export function referencedElsewhere(
  objects: readonly LocatedObject[],
  isByHand: (located: LocatedObject) => boolean,
  kinds: KindIndex,
): readonly LocatedObject[] {
  const byHand = objects.filter((located) => isByHand(located) && isKnown(located, kinds));
  const byName = Map.groupBy(byHand, ({ object }) => textAt(object, 'metadata', 'name') ?? '');
  const byLabel = new Map<string, LocatedObject[]>();
  for (const located of byHand)
    for (const label of labelsOf(located.object))
      byLabel.set(label, [...(byLabel.get(label) ?? []), located]);
  const found: LocatedObject[] = [];
  for (const [cluster, own] of Map.groupBy(objects, ({ place }) => place.cluster)) {
    const there = new Set(own.map(identityOf));
    const namespaces = new Set(own.flatMap(({ object }) => textAt(object, 'metadata', 'namespace') ?? []));
    const add = (located: LocatedObject): void => {
      if (located.place.cluster === cluster || there.has(identityOf(located))) return;
      there.add(identityOf(located));
      const named = textAt(located.object, 'metadata', 'namespace');
      const places =
        named === undefined
          ? [undefined, ...namespaces]
          : namespaces.has(named)
            ? [named]
            : [named, undefined];
      for (const namespace of places) found.push(placed(located, cluster, namespace));
    };
    for (const text of mentionedBy(own)) for (const located of byName.get(text) ?? []) add(located);
    for (const label of selectedBy(own)) for (const located of byLabel.get(label) ?? []) add(located);
  }
  return found;
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

/** Labels of an object, and of the pods that it makes. */
function labelsOf(object: unknown): readonly string[] {
  const template = recordAt(object, 'spec', 'template', 'metadata', 'labels');
  return pairsOf({ ...recordAt(object, 'metadata', 'labels'), ...template });
}

function selectedBy(objects: readonly LocatedObject[]): ReadonlySet<string> {
  return new Set(
    objects.flatMap(({ object }) => [
      ...(object.kind === 'Service' ? pairsOf(recordAt(object, 'spec', 'selector')) : []),
      ...pairsOf(recordAt(object, 'spec', 'selector', 'matchLabels')),
      ...pairsOf(recordAt(object, 'spec', 'podSelector', 'matchLabels')),
      ...listAt(object, 'spec', 'ingress').flatMap((rule) =>
        listAt(rule, 'from').flatMap((from) => pairsOf(recordAt(from, 'podSelector', 'matchLabels'))),
      ),
    ]),
  );
}

function pairsOf(labels: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(labels).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${key}=${value}`] : [],
  );
}
