import { table } from './markdown.ts';
import type { FailoverPair } from './failover-pair.ts';
import { workloadSizes } from './workload-size.ts';

/** What swapping the roles changes on both sides, as far as it follows the role. */
export function failoverChanges(pair: FailoverPair): string[] {
  const { active, standby } = pair;
  const sizes = sizeRows(pair);
  const hosts = hostRows(pair);
  return [
    '### What the swap changes',
    'What follows the role changes sides; what belongs to the place (secret paths, regions, buckets) stays. `git diff` after `seatrial compile` is the exact answer, and it must show nothing else.',
    ...(sizes.length === 0
      ? []
      : [
          'Pods of each workload:',
          table(
            [
              'Workload',
              'Application',
              'Environment',
              `${active.name} now`,
              'then',
              `${standby.name} now`,
              'then',
            ],
            sizes,
          ),
        ]),
    ...(hosts.length === 0
      ? []
      : ['Hosts that move:', table(['Host', 'Workload', 'Served by now', 'Served by then'], hosts)]),
  ];
}

function sizeRows({ twins }: FailoverPair): string[][] {
  return twins.flatMap(({ active, standby }) => {
    const onStandby = new Map(workloadSizes(standby).map(({ workload, size }) => [workload, size]));
    const onActive = new Map(workloadSizes(active).map(({ workload, size }) => [workload, size]));
    return [...new Set([...onActive.keys(), ...onStandby.keys()])]
      .map((workload) => ({
        workload,
        here: onActive.get(workload) ?? 'none',
        there: onStandby.get(workload) ?? 'none',
      }))
      .filter(({ here, there }) => here !== there)
      .map(({ workload, here, there }) => [
        workload,
        active.application,
        active.environment,
        here,
        there,
        there,
        here,
      ]);
  });
}

/** A host that both sides serve does not move; the way in decides who answers it. */
function hostRows({ active, standby, activeHosts, standbyHosts }: FailoverPair): string[][] {
  const both = new Set(
    activeHosts.map(({ host }) => host).filter((host) => standbyHosts.some((each) => each.host === host)),
  );
  const rows = (hosts: FailoverPair['activeHosts'], from: string, to: string) =>
    hosts.filter(({ host }) => !both.has(host)).map(({ host, workload }) => [host, workload, from, to]);
  return [...rows(activeHosts, active.name, standby.name), ...rows(standbyHosts, standby.name, active.name)];
}
