import type { Finding, Place } from '@seatrial/compiler';
import {
  suppress,
  validate,
  type PolicyCompiler,
  type RenderedSet,
  type ResultStore,
  type SchemaEngine,
  type SchemaSource,
  type ValidateResult,
} from '@seatrial/validator';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { takeoversOfFleet } from '../validate/takeovers-of-fleet.ts';
import type { FleetPart } from './fleet-task.ts';

/** What every validation of a run shares. */
export interface Tools {
  readonly engine: SchemaEngine;
  readonly schemas: SchemaSource;
  readonly policies: PolicyCompiler;
  readonly results: ResultStore;
}

type Results = ReadonlyMap<FleetPart, ValidateResult>;

/**
 * Validates parts of one fleet. The objects of all clusters go through one run, whose findings are then told apart by their
 * cluster.
 */
export async function validateFleetParts(
  loaded: LoadedFleet,
  set: RenderedSet,
  parts: readonly FleetPart[],
  tools: Tools,
): Promise<Results> {
  const { fleet } = loaded;
  const suppressions = fleet.suppress ?? [];
  const ofFleet = parts.find(({ kind }) => kind === 'fleet');
  const ofArgoCd = parts.find(({ kind }) => kind === 'argo-cd');
  const ofClusters = new Map(
    parts.flatMap((part) => (part.kind === 'cluster' ? [[part.cluster, part] as const] : [])),
  );
  // Whether a suppression is of any finding at all can only be said with every finding at hand.
  const needsAll = ofFleet !== undefined && suppressions.length > 0;
  const request = { set, fleet, ...tools };
  const inClusters = (isSelected: (place: Place) => boolean) =>
    validate({ ...request, scope: 'cluster', isSelected });

  const results = new Map<FleetPart, ValidateResult>();
  const found: Finding[] = [...loaded.chartFindings];
  if (needsAll || ofClusters.size > 0) {
    const { findings, coverage } = await inClusters(
      (place) => isPlaced(place) && (needsAll || ofClusters.has(place.cluster ?? '')),
    );
    found.push(...findings);
    const byCluster = Map.groupBy(found, ({ place }) => place.cluster ?? '');
    for (const [cluster, part] of ofClusters) {
      results.set(part, {
        findings: suppress(byCluster.get(cluster) ?? [], suppressions, false),
        coverage: coverage.filter((one) => one.cluster === cluster),
      });
    }
  }
  if (needsAll || ofArgoCd !== undefined) {
    const { findings, coverage } = await inClusters((place) => !isPlaced(place));
    found.push(...findings);
    if (ofArgoCd !== undefined)
      results.set(ofArgoCd, { findings: suppress(findings, suppressions, false), coverage });
  }
  if (ofFleet !== undefined) {
    const takeovers = await takeoversOfFleet(loaded);
    const { findings, coverage } = await validate({ ...request, takeovers, scope: 'fleet' });
    const own = [...loaded.findings, ...findings];
    const told = suppress([...own, ...found], suppressions, true);
    // Those of the clusters have their own verdicts; what comes after them is of the suppressions.
    results.set(ofFleet, {
      findings: [...told.slice(0, own.length), ...told.slice(own.length + found.length)],
      coverage,
    });
  }
  return results;
}

/** Whether a place is of a placement, and not of what Argo CD itself is told. */
function isPlaced({ application, environment }: Place): boolean {
  return application !== undefined && environment !== undefined;
}
