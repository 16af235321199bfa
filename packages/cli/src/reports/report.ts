import type { Coverage } from '@seatrial/validator';
import type { LocatedFinding } from '../findings/located-finding.ts';

/** What a validation has to say of one fleet or repository: every form of report is written from it. */
export interface Report {
  readonly subject: Subject;
  readonly findings: readonly LocatedFinding[];
  readonly coverage: readonly Coverage[];
  /** What was looked at, each part once. */
  readonly units: readonly ReportedUnit[];
  readonly notRendered: readonly NotRendered[];
  /** Something that a person should know of how it was checked: a clause. */
  readonly note?: string;
  readonly seconds: number;
}

export type Subject =
  | { readonly kind: 'fleet'; readonly name: string }
  /** `name` is the path as it was given. */
  | { readonly kind: 'repository'; readonly name: string };

/** A placement of a fleet, or a root of a repository. */
export interface ReportedUnit {
  readonly name: string;
  readonly cluster: string;
  readonly objects: number;
  /** The files that a root of a repository reads; absent: its findings name the unit. */
  readonly files?: readonly string[];
  /** Why nobody has seen all objects of a repository's root; for a fleet {@link Report.notRendered} names the unit. */
  readonly notRendered?: string;
}

/** Something whose objects nobody has seen, so that nothing about them was checked. */
export interface NotRendered {
  /** `the chart loki 6.2.0 from https://…`, or a path. */
  readonly what: string;
  readonly reason: string;
  /** Names of the units that it is part of. */
  readonly units: readonly string[];
}
