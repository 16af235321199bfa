import type { Finding } from '@seatrial/compiler';
import type { Check } from './check.ts';

/** A rule that could not be decided for some places of a cluster. Never a pass. */
export interface NotChecked {
  readonly cluster: string;
  readonly rule: string;
  readonly reason: string;
  readonly count: number;
}

export interface CheckResults {
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
}

/** Runs checks one after the other over the same subject. */
export function runChecks<Subject>(checks: readonly Check<Subject>[], subject: Subject): CheckResults {
  const findings: Finding[] = [];
  const notChecked = new Map<string, NotChecked>();
  for (const { rule, explanation, run } of checks) {
    run(subject, {
      wrong: (place, { severity = 'error', sentence, hint }) =>
        void findings.push({ code: explanation.code, severity, sentence, hint, place }),
      unknown(place, reason) {
        const cluster = place.cluster ?? '';
        const key = [cluster, rule, reason].join('\0');
        const count = (notChecked.get(key)?.count ?? 0) + 1;
        notChecked.set(key, { cluster, rule, reason, count });
      },
    });
  }
  return { findings, notChecked: [...notChecked.values()] };
}
