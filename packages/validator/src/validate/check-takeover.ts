import { objectKey, type Finding } from '@seatrial/compiler';
import type { ClusterCheck } from '../check/check.ts';
import { runChecks, type CheckResults } from '../check/run-checks.ts';
import type { TakeoverView } from '../rendered/takeover.ts';

/**
 * What is wrong on a standby once it has taken over, and is not today: a Secret that only the active cluster gets, a
 * ServiceAccount that the model gives to one role only.
 *
 * @param today what the same checks say of the standby as it is.
 */
export function checkTakeover(
  { active, standby, after }: TakeoverView,
  checks: readonly ClusterCheck[],
  today: CheckResults | undefined,
): CheckResults {
  if (after === undefined) return { findings: [], notChecked: [] };
  const { findings, notChecked } = runChecks(checks, after);
  const known = new Set(today?.findings.map(identityOf));
  const open = new Set(today?.notChecked.map(({ rule, reason }) => `${rule}\0${reason}`));
  return {
    findings: findings
      .filter((finding) => !known.has(identityOf(finding)))
      .map((finding) => ({
        ...finding,
        sentence: `Once ${standby} has taken over for ${active}: ${finding.sentence}`,
      })),
    notChecked: notChecked.filter(({ rule, reason }) => !open.has(`${rule}\0${reason}`)),
  };
}

function identityOf({ code, sentence, place }: Finding): string {
  return [code, place.object && objectKey(place.object), place.field, sentence].join('\0');
}
