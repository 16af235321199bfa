import type { KubernetesObject } from '@seatrial/compiler';
import type { ObjectRef } from '../../kubernetes/kubernetes.ts';

export type DriftKind = 'changed field' | 'deleted object' | 'changed label' | 'added list element';

/** One way in which a live object stops being what git says. */
export interface Drift {
  readonly kind: DriftKind;
  readonly ref: ObjectRef;
  /** `Deployment shop/web: .spec.replicas 3 → 4`. */
  readonly what: string;
  /** A JSON merge patch; absent: the object is deleted. */
  readonly patch?: unknown;
  /** Takes the patch back, where nobody healed. */
  readonly undo?: unknown;
  /** Whether the object is again as git says, in what this drift changed. */
  isHealed(live: KubernetesObject): boolean;
  /** Whether it is as this drift left it: what is neither was written by somebody else. */
  isDrifted(live: KubernetesObject): boolean;
}

/** Told by everything that a rehearsal changes on purpose. */
export const marker = 'changed-by-the-rehearsal';
