import { instanceScopes } from '../argo-cd/index.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { FailoverPair } from './failover-pair.ts';
import { followedBranches } from './followed-branches.ts';
import { holdCommands } from './fencing.ts';
import { commands } from './markdown.ts';
import { smokeTest } from './smoke-tests.ts';
import { syncAll } from './wait-for.ts';
import { workloadSizes } from './workload-size.ts';

/** The step that proves the takeover, and that the old active cluster comes back as the standby. */
export function verification(fleet: ResolvedFleet, pair: FailoverPair): string[] {
  const { active, standby, twins, activeHosts } = pair;
  const running = twins.filter(
    ({ standby: twin }) => twin.charts.length > 0 || workloadSizes(twin).length > 0,
  );
  const namespaces = [...new Set(running.map(({ standby: twin }) => twin.namespace))].sort();
  return [
    '### 5. Verify',
    'The revision is that of the failover commit on every Application, and the Pods are those of the table above:',
    commands([
      ...followedBranches(
        fleet,
        twins.map(({ standby: twin }) => twin),
      ).map((branch) => `git rev-parse origin/${branch}`),
      ...revisions(
        fleet,
        twins.map(({ standby: twin }) => twin.name),
      ),
      ...namespaces.map(
        (namespace) =>
          `kubectl --context ${standby.name} --namespace ${namespace} get deployments,statefulsets,pods`,
      ),
    ]),
    ...(activeHosts.length === 0
      ? []
      : [
          `The hosts answer, and ${standby.name} answers them:`,
          commands([
            `kubectl --context ${standby.name} get ingresses --all-namespaces`,
            ...activeHosts.map(smokeTest),
          ]),
        ]),
    `When ${active.name} is back it must not serve. Check before its fence is lifted, then again after:`,
    commands([
      `kubectl --context ${active.name} get --raw=/readyz --request-timeout=5s`,
      ...namespaces.map(
        (namespace) =>
          `kubectl --context ${active.name} --namespace ${namespace} get deployments,statefulsets`,
      ),
    ]),
    ...unfence(fleet, pair),
  ];
}

function unfence(fleet: ResolvedFleet, { active, twins, standbyHosts }: FailoverPair): string[] {
  const hosts = standbyHosts.length > 0 ? " and the standby's hosts" : '';
  return [
    `Lift the fence once ${active.name} is reachable: Argo CD then gives it the standby's settings${hosts}.`,
    commands([
      ...holdCommands(fleet, active.name, false),
      ...syncAll(twins.map(({ active: { name } }) => name)),
    ]),
  ];
}

/** One line an Application: what it is in sync with. One with several sources has a list of revisions. */
function revisions(fleet: ResolvedFleet, names: readonly string[]): string[] {
  const columns =
    'NAME:.metadata.name,SYNC:.status.sync.status,HEALTH:.status.health.status,REVISION:.status.sync.revision,REVISIONS:.status.sync.revisions';
  return instanceScopes(fleet).flatMap(({ instance, placements }) => {
    const here = names.filter((name) => placements.some((placement) => placement.name === name));
    if (here.length === 0) return [];
    return [
      `kubectl --context ${instance.cluster} --namespace ${fleet.argoCd.namespace} get applications ${here.join(' ')} --output custom-columns=${columns}`,
    ];
  });
}
