import type { Finding } from '../findings/finding.ts';
import type { FleetModel } from '../model/fleet.ts';
import type { Inputs } from '../model/inputs.ts';
import type { ChartSource } from '../resolved/chart.ts';
import type { ResolvedFleet } from '../resolved/fleet.ts';
import { clusterFacts } from './cluster-facts.ts';
import { digestOfData } from './digest-of-data.ts';
import type { TreeFacts } from './tree-facts.ts';

/** A fleet with what it was resolved from, and what the compiler has to say of it. */
export interface FleetToRecord {
  readonly fleet: ResolvedFleet;
  readonly model: FleetModel;
  readonly inputs: Inputs;
  readonly findings: readonly Finding[];
}

/** What the validation of a fleet's trees hangs on beside their files. */
export function factsOfFleet({ fleet, model, inputs, findings }: FleetToRecord): TreeFacts {
  const { applications, ...frame } = model;
  const placed = Map.groupBy(fleet.placements, ({ cluster }) => cluster);
  return {
    fleet: digestOfData({
      frame,
      kubernetes: fleet.clusters.map(({ kubernetes }) => kubernetes.version),
      findings: findings.map(({ code, severity, sentence, hint }) => [code, severity, sentence, hint]),
    }),
    applications: fleet.failover.length === 0 ? {} : applicationDigests(applications, inputs.versions),
    clusters: Object.fromEntries(
      fleet.clusters.map((cluster) => [
        cluster.name,
        clusterFacts(fleet, cluster, placed.get(cluster.name) ?? []),
      ]),
    ),
    charts: chartsOf(fleet),
  };
}

/** One for each application, sorted, so that branches that change different applications merge without a conflict. */
function applicationDigests(
  applications: FleetModel['applications'],
  versions: Inputs['versions'],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(applications)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, application]) => {
        const text = JSON.stringify(application);
        const named = Object.entries(versions).map(([environment, { images = {}, charts = {} }]) => [
          environment,
          // One too many costs a verdict that is found again; one too few would keep a wrong one.
          ...[...Object.entries(images), ...Object.entries(charts)].filter(([key]) => text.includes(key)),
        ]);
        return [name, digestOfData({ application, named })];
      }),
  );
}

function chartsOf({ placements }: ResolvedFleet): readonly ChartSource[] {
  const charts = new Map(
    placements.flatMap((placement) =>
      placement.charts.map(({ source }) => [JSON.stringify(source), source] as const),
    ),
  );
  return [...charts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, source]) => source);
}
