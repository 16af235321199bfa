import { argoCdChecks } from '../argo-cd/checks.ts';
import { runChecks, type CheckResults } from '../check/run-checks.ts';
import { fleetChecks } from '../fleet/checks.ts';
import { workloadChecks } from '../references/checks.ts';
import { setView } from '../rendered/set-view.ts';
import type { ValidateRequest } from './request.ts';

/** Every check that looks at objects beside each other. */
export function checkSet({ set, fleet }: ValidateRequest): CheckResults {
  const view = setView(set);
  const results = [
    ...[...view.views.values()].map((cluster) => runChecks(workloadChecks, cluster)),
    runChecks(argoCdChecks, view),
    ...(fleet === undefined ? [] : [runChecks(fleetChecks, { ...view, fleet })]),
  ];
  return {
    findings: results.flatMap(({ findings }) => findings),
    notChecked: results.flatMap(({ notChecked }) => notChecked),
  };
}
