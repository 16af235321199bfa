import { argoCdChecks } from '../argo-cd/checks.ts';
import { breathe } from '../check/breathe.ts';
import type { Check } from '../check/check.ts';
import { runChecks, type CheckResults } from '../check/run-checks.ts';
import { fleetChecks } from '../fleet/checks.ts';
import { workloadChecks } from '../references/checks.ts';
import { isSameCluster } from '../rendered/is-same-cluster.ts';
import type { SetView } from '../rendered/set-view.ts';
import { takeoverView } from '../rendered/takeover.ts';
import { checkTakeover } from './check-takeover.ts';
import type { ValidateRequest } from './request.ts';

/**
 * Every check of the request's scope that looks at objects beside each other.
 *
 * @param clusters names of those whose own objects are looked at.
 */
export async function checkSet(
  view: SetView,
  clusters: ReadonlySet<string>,
  { scope, fleet, takeovers = [], memory }: ValidateRequest,
): Promise<CheckResults> {
  const afterwards = scope === 'cluster' ? [] : takeovers.map(takeoverView);
  const standbys = new Set(afterwards.map(({ standby }) => standby));
  // What is wrong on a standby today is not said of its takeover again, so that it is looked at there too.
  const looked = scope === 'fleet' ? standbys : standbys.union(clusters);
  const ofClusters = new Map<string, CheckResults>();
  for (const [name, cluster] of view.views) {
    if (!looked.has(name)) continue;
    const before = memory?.get(name);
    const results =
      before !== undefined && isSameCluster(before.view, cluster)
        ? before.results
        : runChecks(workloadChecks, cluster);
    memory?.set(name, { view: cluster, results });
    ofClusters.set(name, results);
    await breathe();
  }
  const results = scope === 'fleet' ? [] : [...ofClusters.values()];
  for (const takeover of afterwards) {
    results.push(checkTakeover(takeover, workloadChecks, ofClusters.get(takeover.standby)));
    await breathe();
  }
  if (scope !== 'cluster') {
    results.push(await runEach(argoCdChecks, view));
    if (fleet !== undefined)
      results.push(await runEach(fleetChecks, { ...view, fleet, takeovers: afterwards }));
  }
  return {
    findings: results.flatMap(({ findings }) => findings),
    notChecked: results.flatMap(({ notChecked }) => notChecked),
  };
}

/** As {@link runChecks}, with a pause between the checks: each of them looks at all clusters. */
async function runEach<Subject>(checks: readonly Check<Subject>[], subject: Subject): Promise<CheckResults> {
  const results: CheckResults[] = [];
  for (const check of checks) {
    results.push(runChecks([check], subject));
    await breathe();
  }
  return {
    findings: results.flatMap(({ findings }) => findings),
    notChecked: results.flatMap(({ notChecked }) => notChecked),
  };
}
