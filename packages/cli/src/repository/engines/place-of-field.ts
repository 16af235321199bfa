import type { SourcePlace } from '@seatrial/compiler';
import type { LocatedObject } from '@seatrial/validator';
import { sourcePlace } from '../render/source-places.ts';

/** Where people wrote a field of an object. */
export function placeOfField({ place }: LocatedObject, pointer: string): SourcePlace {
  return place.source === undefined ? { file: place.file ?? '' } : sourcePlace(place.source, pointer);
}
