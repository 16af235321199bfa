import type { Severity } from '@seatrial/compiler';

/** Something about one object that its API server refuses (or warns of), although the schema of its kind allows it. */
export interface Refusal {
  /** `SEA31xx`. */
  readonly code: string;
  readonly severity: Severity;
  /** JSON pointer to the field in the object. */
  readonly field: string;
  readonly sentence: string;
  readonly hint: string;
}
