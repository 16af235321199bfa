/** Why Gatekeeper cannot use a template or a constraint. */
export interface Problem {
  /** JSON pointer into the object. */
  readonly field: string;
  /** A sentence without its end: `It has no rule named violation`. */
  readonly what: string;
  /** One sentence. */
  readonly hint: string;
}
