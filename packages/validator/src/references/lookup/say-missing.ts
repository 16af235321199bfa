import type { Place } from '@seatrial/compiler';
import type { Say, Words } from '../../check/check.ts';
import { severityOfMissing } from '../../check/missing.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import { placeOf } from '../../rendered/place-of.ts';
import { mayMakeMore, mayMakeNamed } from './makers.ts';
import { unseenIn } from './unseen.ts';

/** A reference from one object to another. */
export interface Wanted {
  /** The object that refers, and the JSON pointer to the reference in it. */
  readonly by: LocatedObject;
  readonly field: string;
  readonly kind: string;
  /** Undefined: the object that is wanted is cluster-scoped, or the namespace is not known. */
  readonly namespace: string | undefined;
  readonly name: string;
}

/** Says that a named object is nowhere, unless something that is not seen may bring or make it. An error by default. */
export function sayMissing(cluster: ClusterView, say: Say, wanted: Wanted, words: Words): void {
  const reason = unseenIn(cluster, wanted.namespace) ?? mayMakeNamed(cluster, wanted);
  sayUnless(reason, cluster, say, placeOf(wanted.by, wanted.field), words);
}

/** Says that a selector selects nothing, unless there may be pods or Services that are not seen. */
export function sayNothingSelected(
  cluster: ClusterView,
  say: Say,
  { by, field, namespace }: Pick<Wanted, 'by' | 'field' | 'namespace'>,
  words: Words,
): void {
  const reason = unseenIn(cluster, namespace) ?? mayMakeMore(cluster, namespace);
  sayUnless(reason, cluster, say, placeOf(by, field), words);
}

/** Says that something is nowhere, unless there is a reason why it may be there unseen, a clause. An error by default. */
export function sayUnless(
  reason: string | undefined,
  cluster: ClusterView,
  say: Say,
  place: Place,
  words: Words,
): void {
  if (reason === undefined) say.wrong(place, { severity: severityOfMissing(cluster), ...words });
  else say.unknown(place, reason);
}
