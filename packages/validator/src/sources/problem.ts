import type { Explanation, Finding, Severity } from '@seatrial/compiler';
import type { Position } from './source-text.ts';

/** A finding whose place is still an offset in the text. */
export interface Problem {
  readonly rule: Explanation;
  /** UTF-16 code units from the start of the text. */
  readonly offset: number;
  readonly sentence: string;
  readonly hint: string;
  /** `error` unless said otherwise. */
  readonly severity?: Severity;
}

export function findingOf(
  { rule, offset, sentence, hint, severity = 'error' }: Problem,
  path: string,
  at: (offset: number) => Position,
): Finding {
  return { code: rule.code, severity, sentence, hint, place: { source: { file: path, ...at(offset) } } };
}
