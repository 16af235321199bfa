import { groupOf, objectKey, type Finding } from '@seatrial/compiler';
import { textAt } from '@seatrial/validator';
import type { UnitObject } from '../discover/objects-of-unit.ts';
import type { Unit } from '../engines/unit.ts';
import { codes } from '../findings/codes.ts';
import { sourcePlace } from '../render/source-places.ts';

/**
 * Objects that come twice in files that are applied as they are: the last one wins. In one file that is a mistake; two
 * files of one folder may be alternatives. kustomize refuses such objects itself.
 */
export function repeatedObjects(objects: readonly UnitObject[], { contents }: Unit): readonly Finding[] {
  if (!contents.some((content) => 'files' in content)) return [];
  return [...Map.groupBy(objects, keyOf)].flatMap(([key, [first, ...more]]) =>
    first?.place.source === undefined || key === undefined
      ? []
      : more.flatMap(({ object, place }): readonly Finding[] => {
          if (place.source === undefined || first.place.source === undefined) return [];
          const before = sourcePlace(first.place.source, '');
          const isOneFile = before.file === place.source.file;
          return [
            {
              code: codes.objectTwice,
              severity: isOneFile ? 'error' : 'warning',
              sentence: `${object.kind} ${object.metadata.name} comes twice, also in ${before.file}:${before.line}.`,
              hint: 'Take one of the two out, or rename it; where both are applied, the last one wins.',
              place,
            },
          ];
        }),
  );
}

/** Undefined for an object that is too malformed to be anybody's double. */
function keyOf({ object }: UnitObject): string | undefined {
  const name = textAt(object, 'metadata', 'name');
  if (name === undefined || typeof object.apiVersion !== 'string') return undefined;
  const namespace = textAt(object, 'metadata', 'namespace');
  const id = { group: groupOf(object.apiVersion), kind: String(object.kind), name };
  return objectKey(namespace === undefined ? id : { ...id, namespace });
}
