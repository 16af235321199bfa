import type { Finding } from '@seatrial/compiler';
import type { RenderedSet } from '@seatrial/validator';
import type { ClusterCheck, SetCheck } from '../../src/check/check.ts';
import { runChecks, type NotChecked } from '../../src/check/run-checks.ts';
import { setView } from '../../src/rendered/set-view.ts';

/** What one check says of each cluster of a set. */
export function runClusterCheck(check: ClusterCheck, set: RenderedSet): Said {
  const results = [...setView(set).views.values()].map((view) => runChecks([check], view));
  return saidOf(
    results.flatMap(({ findings }) => findings),
    results.flatMap(({ notChecked }) => notChecked),
  );
}

/** What one check says of a set. */
export function runSetCheck(check: SetCheck, set: RenderedSet): Said {
  const { findings, notChecked } = runChecks([check], setView(set));
  return saidOf(findings, notChecked);
}

/** Findings as `severity field sentence`, and gaps as `reason (count)`. */
export interface Said {
  readonly findings: readonly string[];
  readonly notChecked: readonly string[];
}

function saidOf(findings: readonly Finding[], notChecked: readonly NotChecked[]): Said {
  return {
    findings: findings.map(
      ({ severity, place, sentence }) =>
        `${severity} ${place.object?.kind ?? ''}/${place.object?.name ?? ''} ${place.field ?? ''}: ${sentence}`,
    ),
    notChecked: notChecked.map(({ reason, count }) => `${reason} (${count})`),
  };
}
