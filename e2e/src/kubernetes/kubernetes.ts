import type { KubernetesObject } from '@seatrial/compiler';
import type { Changes } from '../run/wait.ts';

export interface KindRef {
  readonly apiVersion: string;
  readonly kind: string;
}

export interface ObjectRef extends KindRef {
  /** Absent: cluster-scoped. */
  readonly namespace?: string;
  readonly name: string;
}

/** One API server. Every method throws {@link ApiError} for a refusal and Infrastructure when there is no answer. */
export interface Kubernetes {
  /** The cluster's name in the fleet. */
  readonly name: string;
  /** Undefined: there is no such object, or its kind is not defined. */
  get(ref: ObjectRef): Promise<KubernetesObject | undefined>;
  /** Empty when the kind is not defined. */
  list(
    kind: KindRef,
    options?: { readonly namespace?: string; readonly labels?: string },
  ): Promise<KubernetesObject[]>;
  create(object: KubernetesObject, options?: { readonly dryRun?: boolean }): Promise<KubernetesObject>;
  /** Server-side apply with force. */
  apply(
    object: KubernetesObject,
    options?: { readonly dryRun?: boolean; readonly manager?: string },
  ): Promise<KubernetesObject>;
  /** A JSON merge patch (RFC 7386). */
  patch(
    ref: ObjectRef,
    patch: unknown,
    options?: { readonly subresource?: 'status' | 'scale' },
  ): Promise<KubernetesObject>;
  /** True: it was there. Does not wait until it is gone. */
  delete(ref: ObjectRef): Promise<boolean>;
  /** Lists and watches from now on, over lost connections and also before the kind is defined. */
  watch(kind: KindRef, options?: { readonly namespace?: string }): Watched;
  /** GET /readyz, false when there is no answer in time. */
  isReady(milliseconds: number): Promise<boolean>;
  close(): void;
}

export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: KubernetesObject;
  /** Milliseconds of the run's clock. */
  readonly at: number;
}

/** What a watch knows of one kind. */
export interface Watched extends Changes {
  readonly kind: KindRef;
  /** Resolves after the first list. */
  readonly synced: Promise<void>;
  all(): readonly KubernetesObject[];
  get(name: string, namespace?: string): KubernetesObject | undefined;
  /** Everything seen, in order. */
  readonly events: readonly WatchEvent[];
  onEvent(listener: (event: WatchEvent) => void): () => void;
  close(): void;
}

/** The API server answered, and refused. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly reason: string;
  constructor(status: number, reason: string, message: string) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}
