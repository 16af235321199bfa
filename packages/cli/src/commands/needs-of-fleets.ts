import type { ChartSource, ResolvedFleet } from '@seatrial/compiler';
import { argoCdDefinitions } from '../validate/argo-cd-definitions.ts';
import type { Needs } from '../prepare/needs.ts';
import type { DefinitionSource } from '../cache/schema-entries.ts';

/** Engines that every workspace needs; helm follows from the charts. */
export const everydayTools = ['kustomize-builder', 'kubeconform', 'rego-compiler'] as const;

/** What the commands need for these fleets. */
export function needsOfFleets(fleets: readonly ResolvedFleet[]): Needs {
  const charts = fleets.flatMap(({ placements }) => placements.flatMap((placement) => placement.charts));
  const sources = charts.flatMap(({ definitions }) => definitions?.source ?? []);
  return {
    tools: everydayTools,
    kubernetes: [
      ...new Set(fleets.flatMap(({ clusters }) => clusters.map(({ kubernetes }) => kubernetes.version))),
    ].sort(),
    definitions: fleets.length === 0 ? [] : distinct<DefinitionSource>([argoCdDefinitions, ...sources]),
    charts: distinct<ChartSource>(charts.map(({ source }) => source)),
  };
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
