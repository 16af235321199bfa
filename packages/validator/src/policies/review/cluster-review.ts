import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import type { ExpansionTemplate } from '../expansion/expansion-template.ts';
import type { Exclusions } from './exclusions.ts';
import type { PolicySubject } from './policy-subject.ts';
import type { Constraint, PoliciesOfCluster } from './read-cluster.ts';
import type { Compilation } from './policy.ts';
import type { SchemaRefusal } from './refused-by-schema.ts';

/** What the policies of a cluster have to say about its objects. */
export interface ClusterReview extends PoliciesOfCluster {
  readonly cluster: ClusterView;
  readonly expansions: readonly ExpansionTemplate[];
  readonly compilation: Compilation;
  readonly exclusions: Exclusions;
  /** Constraints that break the schema of their template, or have a template whose schema is none, on this cluster or another. */
  readonly refused: ReadonlyMap<Constraint, SchemaRefusal>;
  /** Objects that were held against the constraints. */
  readonly reviewed: number;
  readonly denials: readonly Denial[];
  readonly undecided: readonly Undecided[];
}

/** An object that violates a constraint. */
export interface Denial {
  readonly constraint: Constraint;
  readonly subject: PolicySubject;
  /** What the policy says. */
  readonly msg: string;
  /** JSON pointer into the object, where the policy names one. */
  readonly field?: string;
}

/** A constraint that nobody can tell whether an object violates. */
export interface Undecided {
  readonly constraint: Constraint;
  /** The object, or the constraint itself where no object comes into it. */
  readonly located: LocatedObject;
  /** A clause. */
  readonly reason: string;
}
