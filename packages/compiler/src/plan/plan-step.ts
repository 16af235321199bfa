import type { KubernetesObject } from '../objects/kubernetes-object.ts';
import type { ObjectId } from '../objects/object-id.ts';
import type { JsonChange } from './json-changes.ts';

/** Owner of the objects that an Argo CD itself is told by. */
export const argoCdOwner = 'argo-cd';

/** Where an object lives: only one object has this identity in this cluster. */
export interface Seat {
  readonly cluster: string;
  readonly object: ObjectId;
  /** Name of the placement that brings it, or {@link argoCdOwner}. */
  readonly owner: string;
}

/**
 * What a change does to one object. In a cluster nothing moves: a `move` is a deletion at `from` and a creation at `at`,
 * told as one because the same component of the same application in the same environment brings both.
 */
export type PlanStep =
  | { readonly action: 'create'; readonly at: Seat; readonly after: KubernetesObject }
  | { readonly action: 'change'; readonly at: Seat; readonly changes: readonly JsonChange[] }
  /** The object stays where it is, and another owner brings it from now on. */
  | {
      readonly action: 'adopt';
      readonly at: Seat;
      /** The owner until now. */
      readonly from: string;
      readonly changes: readonly JsonChange[];
    }
  | {
      readonly action: 'move';
      readonly at: Seat;
      readonly from: Seat;
      readonly before: KubernetesObject;
      readonly after: KubernetesObject;
      /** Beside the namespace. */
      readonly changes: readonly JsonChange[];
      readonly stays?: Stays;
    }
  | {
      readonly action: 'delete';
      readonly at: Seat;
      readonly before: KubernetesObject;
      readonly stays?: Stays;
    };

/** Why the engine does not take an object away that is no longer in git. */
export type Stays =
  /** `Prune=false` or, where the whole placement goes, `Delete=false`; with `confirm`, until a person has said yes. */
  | 'the object says so'
  /** The placement does not prune, or keeps its objects when it goes. */
  | 'its placement says so'
  /** Hooks are no part of what is synced. */
  | 'it is a hook';

/** A chart whose objects are not known on both sides: only that something changes can be said. */
export interface ChartStep {
  readonly action: 'create' | 'change' | 'delete';
  readonly cluster: string;
  readonly owner: string;
  /** Key of the chart in the model. */
  readonly component: string;
  readonly release: string;
  /** Pointers begin with `/values` or `/source`. */
  readonly changes: readonly JsonChange[];
}

/** What a change does: objects first by cluster, then by owner, both in the order of the fleet after it. */
export interface Plan {
  readonly steps: readonly PlanStep[];
  readonly charts: readonly ChartStep[];
}
