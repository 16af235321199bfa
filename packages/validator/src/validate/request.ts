import type { Finding, KubernetesObject, Place } from '@seatrial/compiler';
import type { SchemaAnswer, SchemaEngine } from '../kubeconform/schema-engine.ts';
import type { KindIndex } from '../schemas/kind-index.ts';
import type { SchemaSource } from '../schemas/schema-source.ts';

/** What to validate, and with what. */
export interface ValidateRequest {
  readonly clusters: readonly ClusterToValidate[];
  readonly objects: readonly LocatedObject[];
  /** The texts of the schemas that the clusters' kinds name. */
  readonly schemas: SchemaSource;
  readonly engine: SchemaEngine;
  /** Answers of earlier runs; without it every object goes to the engine. */
  readonly results?: ResultStore;
}

/** A cluster as far as its schemas go. */
export interface ClusterToValidate {
  readonly name: string;
  /** The Kubernetes version, as it is shown: `1.29` or `1.29.15`. */
  readonly kubernetes: string;
  readonly kinds: KindIndex;
}

/** An object, and the placement that it is from. */
export interface LocatedObject {
  readonly object: KubernetesObject;
  readonly place: ObjectPlace;
}

/** The part of a finding's place that is known before the object is read. */
export type ObjectPlace = Omit<Place, 'object' | 'field' | 'cluster'> & { readonly cluster: string };

/** Answers by key. A key covers the engine, the schema and the object, so an entry never goes stale. */
export interface ResultStore {
  get(key: string): SchemaAnswer | undefined;
  put(key: string, answer: SchemaAnswer): void;
}

export interface ValidateResult {
  /** Sorted by place, then code. */
  readonly findings: readonly Finding[];
  /** One for each cluster of the request, sorted by name. */
  readonly coverage: readonly Coverage[];
}

/** How much of a cluster was checked: `total` is `checked` plus the counts of `unchecked`. */
export interface Coverage {
  readonly cluster: string;
  readonly total: number;
  /** Objects that the engine found valid or invalid. */
  readonly checked: number;
  /** Sorted by apiVersion, then kind. */
  readonly unchecked: readonly UncheckedKind[];
}

export interface UncheckedKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly count: number;
}
