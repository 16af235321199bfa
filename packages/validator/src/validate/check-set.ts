import { argoCdChecks } from '../argo-cd/checks.ts';
import { runChecks, type CheckResults } from '../check/run-checks.ts';
import { fleetChecks } from '../fleet/checks.ts';
import { workloadChecks } from '../references/checks.ts';
import type { SetView } from '../rendered/set-view.ts';
import { takeoverView } from '../rendered/takeover.ts';
import { checkTakeover } from './check-takeover.ts';
import type { ValidateRequest } from './request.ts';

/** Every check that looks at objects beside each other. */
export function checkSet(view: SetView, { fleet, takeovers = [] }: ValidateRequest): CheckResults {
  const afterwards = takeovers.map(takeoverView);
  const ofClusters = new Map(
    [...view.views].map(([name, cluster]) => [name, runChecks(workloadChecks, cluster)]),
  );
  const results = [
    ...ofClusters.values(),
    ...afterwards.map((takeover) =>
      checkTakeover(takeover, workloadChecks, ofClusters.get(takeover.standby)),
    ),
    runChecks(argoCdChecks, view),
    ...(fleet === undefined ? [] : [runChecks(fleetChecks, { ...view, fleet, takeovers: afterwards })]),
  ];
  return {
    findings: results.flatMap(({ findings }) => findings),
    notChecked: results.flatMap(({ notChecked }) => notChecked),
  };
}
