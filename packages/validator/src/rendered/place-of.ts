import { objectId, type ObjectId, type Place } from '@seatrial/compiler';
import { isRecord } from '../json/is-record.ts';
import type { LocatedObject } from './located-object.ts';

/** The place of an object, with the object's identity where the object is well formed enough to have one. */
export function placeOf({ object, place }: LocatedObject, field?: string): Place {
  const id = identity(object);
  return { ...place, ...(id === undefined ? {} : { object: id }), ...(field === undefined ? {} : { field }) };
}

function identity(object: LocatedObject['object']): ObjectId | undefined {
  const { apiVersion, kind, metadata } = object as Readonly<Record<string, unknown>>;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || !isRecord(metadata)) return undefined;
  const { name, namespace } = metadata;
  if (typeof name !== 'string' || (namespace !== undefined && typeof namespace !== 'string'))
    return undefined;
  return objectId(object);
}
