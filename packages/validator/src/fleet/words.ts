import { describeObject } from '@seatrial/compiler';
import type { LocatedObject } from '../rendered/located-object.ts';
import { placeOf } from '../rendered/place-of.ts';

/** An object as a sentence names it: `Ingress shop/api`. */
export function called(located: LocatedObject): string {
  const { object } = placeOf(located);
  return object === undefined ? 'an object' : describeObject(object);
}

/** Names in a sentence: `a`, `a and b`, `a, b and c`; after `most`, how many more. */
export function listed(names: readonly string[], most = 6): string {
  const shown =
    names.length > most ? [...names.slice(0, most - 1), `${names.length - most + 1} more`] : names;
  return shown.length < 2 ? (shown[0] ?? 'none') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
