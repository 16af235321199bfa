import type { ChartSource, ResolvedChart, ResolvedFleet } from '@seatrial/compiler';
import type { World } from '../world.ts';
import { chartFiles } from './chart-files.ts';
import { definitionsOf } from './definitions-of.ts';

/** A chart to publish in a Helm repository. */
export interface StandInChart {
  /** The address that the fleet names. */
  readonly repository: string;
  readonly chart: {
    readonly name: string;
    readonly version: string;
    /** Paths inside the chart to their text. */
    readonly files: Readonly<Record<string, string>>;
  };
}

/** A chart to commit to a git repository, at a revision (a tag, a branch) of that name. */
export interface StandInGitChart {
  /** The address that the fleet names. */
  readonly git: string;
  readonly revision: string;
  readonly path: string;
  readonly files: Readonly<Record<string, string>>;
}

type HelmSource = Extract<ChartSource, { chart: string }>;
type GitSource = Extract<ChartSource, { git: string }>;

/** The charts to publish in the place of those that the fleet has in Helm repositories. `fleet` is the real one. */
export function standInCharts(fleet: ResolvedFleet, world: Pick<World, 'definitions'>): StandInChart[] {
  return each(fleet, (source): HelmSource | undefined => ('chart' in source ? source : undefined)).map(
    ([source, chart]) => ({
      repository: source.repository,
      chart: { name: source.chart, version: source.version, files: filesOf(source, chart, world) },
    }),
  );
}

/** The same for charts in git repositories. One repository may have several, at several revisions. */
export function standInGitCharts(fleet: ResolvedFleet, world: Pick<World, 'definitions'>): StandInGitChart[] {
  return each(fleet, (source): GitSource | undefined => ('git' in source ? source : undefined)).map(
    ([source, chart]) => ({ ...source, files: filesOf(source, chart, world) }),
  );
}

function filesOf(
  source: ChartSource,
  chart: ResolvedChart,
  world: Pick<World, 'definitions'>,
): Readonly<Record<string, string>> {
  return chartFiles(source, definitionsOf(chart.definitions, world));
}

/** Each source that is picked once, with the first chart that comes from it. */
function each<Source>(
  fleet: ResolvedFleet,
  pick: (source: ChartSource) => Source | undefined,
): (readonly [Source, ResolvedChart])[] {
  const found = new Map<string, readonly [Source, ResolvedChart]>();
  for (const chart of fleet.placements.flatMap(({ charts }) => charts)) {
    const source = pick(chart.source);
    const key = JSON.stringify(source);
    if (source !== undefined && !found.has(key)) found.set(key, [source, chart]);
  }
  return [...found.values()];
}
