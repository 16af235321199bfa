import { countsOfPlan, failoverMessage, type Plan, type ResolvedFleet } from '@seatrial/compiler';
import type { FoundTakeover } from './find-takeover.ts';

/** What the commit says: who takes over, how much changes, and where the other steps are. */
export function commitMessage(fleet: ResolvedFleet, { active, standby }: FoundTakeover, plan: Plan): string {
  const sides = fleet.clusters
    .filter(({ name }) => name === active || name === standby)
    .map(
      ({ name }) => `- ${name}: ${[countsOfPlan(ofCluster(plan, name)), ...leaving(plan, name)].join(', ')}`,
    );
  return [
    failoverMessage(fleet, { active: { name: active }, standby: { name: standby } }),
    '',
    `The roles of the pair are exchanged: ${standby} is active, ${active} is standby.`,
    `Objects, ${countsOfPlan(plan)}:`,
    '',
    ...sides,
    '',
    `The steps around this commit: ${fleet.tree}/docs/DR_RUNBOOK.md`,
    `The way back: seatrial failover ${fleet.name} --to ${active}`,
    '',
  ].join('\n');
}

function ofCluster({ steps, charts }: Plan, cluster: string): Plan {
  return {
    steps: steps.filter(({ at }) => at.cluster === cluster),
    charts: charts.filter((step) => step.cluster === cluster),
  };
}

function leaving({ steps }: Plan, cluster: string): string[] {
  const gone = steps.filter(
    (step) => step.action === 'move' && step.from.cluster === cluster && step.at.cluster !== cluster,
  );
  return gone.length === 0 ? [] : [`${gone.length} that move away`];
}
