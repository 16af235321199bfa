import type { Finding, Place, ResolvedFleet } from '@seatrial/compiler';
import type { ResultStore } from '../check/result-store.ts';
import type { CheckResults, NotChecked } from '../check/run-checks.ts';
import type { SchemaEngine } from '../kubeconform/schema-engine.ts';
import type { PolicyCompiler } from '../policies/policy-compiler.ts';
import type { PolicyCoverage } from '../policies/review-policies.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';
import type { RenderedSet } from '../rendered/rendered-set.ts';
import type { RenderedTakeover } from '../rendered/takeover.ts';
import type { SchemaSource } from '../schemas/schema-source.ts';

/**
 * What a check looks at: the objects of one cluster, so that its verdict hangs on that cluster alone, or several clusters
 * beside each other and what only the model knows.
 */
export type Scope = 'cluster' | 'fleet';

/** What to validate, and with what. */
export interface ValidateRequest {
  readonly set: RenderedSet;
  /** The fleet that the set is of; absent: a repository that was found as it is. */
  readonly fleet?: ResolvedFleet;
  /** What each failover of the fleet makes of its standby; absent: it has none. */
  readonly takeovers?: readonly RenderedTakeover[];
  /** Which checks are run; absent: all. */
  readonly scope?: Scope;
  /** Whether anything is to be said of a place; absent: of every place. References are looked up in the whole set. */
  readonly isSelected?: (place: Place) => boolean;
  /** The texts of the schemas that the clusters' kinds name. */
  readonly schemas: SchemaSource;
  readonly engine: SchemaEngine;
  /** Compiles the policies that the set holds. */
  readonly policies: PolicyCompiler;
  /** Kept from run to run by a process that validates again and again. */
  readonly memory?: ClusterMemory;
  /** Answers of earlier runs; without it every object goes to the engine. */
  readonly results?: ResultStore;
}

/** What the checks of each cluster's own objects said last, by its name; said again where nothing of the cluster has changed. */
export type ClusterMemory = Map<string, { readonly view: ClusterView; readonly results: CheckResults }>;

export interface ValidateResult {
  /** Sorted by place, then code. */
  readonly findings: readonly Finding[];
  /** One for each cluster of the request, sorted by name. */
  readonly coverage: readonly Coverage[];
}

/** How much of a cluster was checked: `total` is `checked` plus the counts of `unchecked`. */
export interface Coverage {
  readonly cluster: string;
  /** The Kubernetes version that it was checked for. */
  readonly kubernetes: string;
  readonly total: number;
  /** Objects that the engine found valid or invalid. */
  readonly checked: number;
  /** Sorted by apiVersion, then kind. */
  readonly unchecked: readonly UncheckedKind[];
  readonly policies: Omit<PolicyCoverage, 'cluster'>;
  /** Rules that could not be decided, and why. */
  readonly notChecked: readonly NotChecked[];
}

export interface UncheckedKind {
  readonly apiVersion: string;
  readonly kind: string;
  readonly count: number;
}
