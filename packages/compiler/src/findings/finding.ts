import type { ObjectId } from '../objects/object-id.ts';

/** `error` fails a run; `warning` and `info` are shown and do not. */
export type Severity = 'error' | 'warning' | 'info';

/** One thing that a check has to say about a fleet. Plain data. */
export interface Finding {
  /** Stable, for example `SEA3001`; `seatrial explain CODE` says what it means. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence that says what is wrong. */
  readonly sentence: string;
  /** One sentence that says how to get out. */
  readonly hint: string;
  readonly place: Place;
  /** Present: the model accepts the finding, for this reason. It is shown, and fails no run. */
  readonly suppressed?: { readonly reason: string };
}

/** Where a finding is; every part that is known. */
export interface Place {
  readonly fleet?: string;
  readonly cluster?: string;
  readonly environment?: string;
  readonly application?: string;
  readonly object?: ObjectId;
  /** JSON pointer (RFC 6901) into the object. */
  readonly field?: string;
  /** Path in the model, for example `applications.api.workloads.api.image`. */
  readonly model?: readonly string[];
  /** Generated file, relative to the tree's folder. */
  readonly file?: string;
  /** What a person wrote: a file relative to the repository's root; line and column count from 1. */
  readonly source?: SourcePlace;
}

/** A place in a file that people keep. */
export interface SourcePlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** What `seatrial explain` prints for a code. */
export interface Explanation {
  readonly code: string;
  readonly title: string;
  readonly meaning: string;
  readonly fix: string;
}
