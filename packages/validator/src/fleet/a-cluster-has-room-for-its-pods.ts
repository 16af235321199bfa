import type { ResolvedCapacity } from '@seatrial/compiler';
import type { FleetCheck, Say } from '../check/check.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';
import { demandOf, type Amounts, type Demand } from './capacity/demand.ts';
import { bytes, cores, numberOf } from './capacity/quantity.ts';
import { called, listed } from './words.ts';

export const aClusterHasRoomForItsPods: FleetCheck = {
  rule: 'A cluster has room for its pods, also once it has taken over',
  explanation: {
    code: 'SEA3706',
    title: 'A cluster has no room for its pods',
    meaning:
      'The pods of the cluster, today or once it has taken over for another one, ask for more than its nodes together offer by the capacity that the model declares. Requests are summed over replicas, the minimum of autoscalers, and a DaemonSet on each node; Jobs and pods that an operator makes come on top. It is a warning where only the maximum of the autoscalers is too much.',
    fix: 'Give the cluster more nodes and raise its capacity in the model, or lower the requests or replicas that the role active has.',
  },
  run({ fleet, views, takeovers }, say) {
    const capacityOf = new Map(fleet.clusters.map(({ name, capacity }) => [name, capacity]));
    for (const [name, view] of views) {
      const capacity = capacityOf.get(name);
      if (capacity !== undefined) checkRoom(view, capacity, fleet.name, '', say);
    }
    for (const { active, standby, after } of takeovers) {
      const capacity = capacityOf.get(standby);
      if (after === undefined) continue;
      if (capacity === undefined) {
        const place = { fleet: fleet.name, cluster: standby, model: ['clusters', standby] };
        say.unknown(
          place,
          `the model declares no capacity of ${standby}, which has to take over for ${active}`,
        );
      } else checkRoom(after, capacity, fleet.name, `Once ${standby} has taken over for ${active}: `, say);
    }
  },
};

function checkRoom(
  cluster: ClusterView,
  capacity: ResolvedCapacity,
  fleet: string,
  when: string,
  say: Say,
): void {
  const place = { fleet, cluster: cluster.name, model: ['clusters', cluster.name, 'capacity'] };
  const demand = demandOf(cluster, capacity.nodes);
  const tooMuch = excess(demand.least, capacity);
  const atPeak = excess(demand.most, capacity);
  if (tooMuch.length > 0) {
    say.wrong(place, {
      sentence: `${when}${cluster.name} has no room for its pods: they ask for ${listed(tooMuch.map(({ words }) => words))}.`,
      hint: `Add nodes, or lower requests or replicas; the most is asked for by ${largest(demand, tooMuch[0]?.resource ?? 'cpu')}.`,
    });
  } else if (atPeak.length > 0) {
    say.wrong(place, {
      severity: 'warning',
      sentence: `${when}${cluster.name} has no room for its pods when the autoscalers are at their maximum: they ask for ${listed(atPeak.map(({ words }) => words))}.`,
      hint: 'Let the nodes scale with the pods and declare what they scale to, or lower the maximum of the autoscalers.',
    });
  } else {
    const [unseen] = cluster.unrendered;
    if (unseen !== undefined)
      say.unknown(place, `${unseen.what} is not rendered, and its pods need room too`);
    if (demand.hasDaemonSets && capacity.nodes === undefined)
      say.unknown(place, `the capacity of ${cluster.name} does not say how many nodes its DaemonSets run on`);
  }
}

/** What is asked for and not there, as a sentence says it: `30 cores (it has 24 cores)`. */
function excess(
  asked: Amounts,
  capacity: ResolvedCapacity,
): readonly { readonly resource: keyof Amounts; readonly words: string }[] {
  const offered = { cpu: numberOf(capacity.cpu), memory: numberOf(capacity.memory), pods: capacity.pods };
  const written = { cpu: cores, memory: bytes, pods: (count: number) => `${count} pods` };
  return (['cpu', 'memory', 'pods'] as const).flatMap((resource) => {
    const there = offered[resource];
    // Sums of decimal fractions are not exact.
    if (there === undefined || asked[resource] <= there * (1 + 1e-9)) return [];
    const write = written[resource];
    return [{ resource, words: `${write(asked[resource])} (it has ${write(there)})` }];
  });
}

function largest({ shares }: Demand, resource: keyof Amounts): string {
  const first = [...shares].sort((a, b) => b.amounts[resource] - a.amounts[resource]).slice(0, 3);
  const write = { cpu: cores, memory: bytes, pods: (count: number) => `${count} pods` }[resource];
  return listed(first.map(({ located, amounts }) => `${called(located)} (${write(amounts[resource])})`));
}
