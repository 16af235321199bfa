import type { Constraint, ConstraintSpec } from './constraint.ts';
import type { ConstraintTemplate } from './constraint-template.ts';
import type { MatchKinds } from './match.ts';

/** A kind whose objects a policy looks up, beside the one under review. */
export interface ReferencedKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

/** One policy that Seatrial ships. */
export interface ShippedPolicy {
  /** The kind of its constraints. */
  readonly kind: string;
  /** What it asks for, in one or two sentences. */
  readonly about: string;
  /** Where the rule comes from, when it is not our own. */
  readonly source?: string;
  /** The folder of its Rego and its cases, as a `file:` URL that ends in `/`. */
  readonly folder: string;
  /** What its constraints look at unless they say otherwise. */
  readonly kinds: readonly MatchKinds[];
  /** What Gatekeeper has to replicate for it (a `SyncSet`); empty for most. */
  readonly references: readonly ReferencedKind[];
  readonly template: ConstraintTemplate;
}

/** The same, with what a fleet makes of it. */
export interface Policy<Parameters extends object> extends ShippedPolicy {
  /** One constraint, as a raw object of an application. */
  constraint(spec: ConstraintSpec<Parameters>): Constraint;
  /** The template and its constraints by name, as `objects` of an application: `...requiredLabels.objects({ … })`. */
  objects(
    constraints: Readonly<Record<string, ConstraintSpec<Parameters>>>,
  ): Readonly<Record<string, ConstraintTemplate | Constraint>>;
}
