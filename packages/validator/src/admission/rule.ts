import type { Explanation, Severity } from '@seatrial/compiler';
import type { AdmissionContext } from './context.ts';
import type { Field } from './field.ts';

/** One thing that an API server checks beyond the schema, in a file of its own. */
export interface Rule {
  /** The code of its refusals, and what `seatrial explain` says of it. */
  readonly explanation: Explanation;
  readonly check: Check;
}

/** Looks at one field and all that is below it. Never throws, whatever the value is. */
export type Check = (field: Field, refuse: Refuse, context: AdmissionContext) => void;

/**
 * @param field where it is wrong
 * @param predicate what is wrong, as the rest of a sentence that begins with the field's name, without a full stop
 * @param hint the way out, one sentence with a full stop
 */
export type Refuse = (field: Field, predicate: string, hint: string, severity?: Severity) => void;

/** A rule, and where in the object it looks; `*` stands for every item of a list and every entry of an object. */
export interface Placed {
  readonly path: readonly string[];
  readonly rule: Rule;
}

/** @param path field names with dots between them; the empty text is the whole object. */
export function at(path: string, ...rules: readonly Rule[]): readonly Placed[] {
  const keys = path === '' ? [] : path.split('.');
  return rules.map((rule) => ({ path: keys, rule }));
}

/** The same rules, below another path. */
export function below(path: string, placed: readonly Placed[]): readonly Placed[] {
  const keys = path === '' ? [] : path.split('.');
  return placed.map(({ path: rest, rule }) => ({ path: [...keys, ...rest], rule }));
}
