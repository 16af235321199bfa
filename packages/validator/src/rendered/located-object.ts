import type { KubernetesObject, Place } from '@seatrial/compiler';

/** A rendered object: what an engine would apply, and where it comes from. */
export interface LocatedObject {
  readonly object: KubernetesObject;
  readonly place: ObjectPlace;
  /** Name of the {@link SyncUnit} that applies it; absent for what a person applies by hand. */
  readonly unit?: string;
}

/** The part of a finding's place that is known before the object is read. */
export type ObjectPlace = Omit<Place, 'object' | 'field' | 'cluster'> & { readonly cluster: string };
