import type { ChartSource, ResolvedFleet } from '@seatrial/compiler';
import { Infrastructure } from '../run/outcome-errors.ts';
import type { Replaced, Replacement } from './replacement.ts';
import type { World } from './world.ts';

/** Addresses that a fleet reads from, each once, sorted: all of them need an entry in the {@link World}. */
export interface Addresses {
  readonly git: readonly string[];
  readonly charts: readonly string[];
}

/** What the rehearsal has to serve in the place of the fleet's own repositories. */
export function addressesOf(fleet: ResolvedFleet): Addresses {
  const sources = sourcesOf(fleet);
  const charts = new Set(sources.flatMap((source) => ('repository' in source ? [source.repository] : [])));
  const git = new Set([
    fleet.repository,
    ...sources.flatMap((source) => ('git' in source ? [source.git] : [])),
    ...fleet.argoCd.repositories.map(({ url }) => url).filter((url) => !charts.has(url)),
  ]);
  return { git: [...git].sort(), charts: [...charts].sort() };
}

/**
 * The rehearsal's own git and Helm repositories in the place of the fleet's, wherever one is named. An AppProject's
 * `sourceRepos` follow: they are made from these.
 * @throws Infrastructure where the world has nothing in the place of one
 */
export function replaceRepositories(fleet: ResolvedFleet, world: World): Replaced {
  const charts = new Set(addressesOf(fleet).charts);
  const git = (url: string) => served(world.repositories, url);
  const chartRepository = (url: string) => served(world.chartRepositories, url);
  const source = (of: ChartSource): ChartSource =>
    'git' in of ? { ...of, git: git(of.git) } : { ...of, repository: chartRepository(of.repository) };
  return {
    fleet: {
      ...fleet,
      repository: git(fleet.repository),
      placements: fleet.placements.map((placement) => ({
        ...placement,
        charts: placement.charts.map((chart) => ({ ...chart, source: source(chart.source) })),
      })),
      argoCd: {
        ...fleet.argoCd,
        repositories: fleet.argoCd.repositories.map((repository) => ({
          ...repository,
          url: charts.has(repository.url) ? chartRepository(repository.url) : git(repository.url),
        })),
      },
    },
    replacements: rowsOf(fleet, world),
  };
}

function rowsOf(fleet: ResolvedFleet, world: World): Replacement[] {
  const { git, charts } = addressesOf(fleet);
  const row = (what: string, all: Readonly<Record<string, string>>, why: string) => (url: string) => ({
    what,
    real: url,
    standIn: served(all, url),
    why,
  });
  return [
    ...git.map(
      row('repository', world.repositories, 'a rehearsal writes commits, and the real repository must not'),
    ),
    ...charts.map(
      row('Helm repository', world.chartRepositories, 'a rehearsal opens no connection to the outside'),
    ),
  ].filter(({ real, standIn }) => real !== standIn);
}

function sourcesOf(fleet: ResolvedFleet): ChartSource[] {
  return fleet.placements.flatMap(({ charts }) => charts.map(({ source }) => source));
}

function served(all: Readonly<Record<string, string>>, url: string): string {
  const own = all[url];
  if (own !== undefined) return own;
  if (Object.values(all).includes(url)) return url;
  throw new Infrastructure(
    `Nothing is served in the place of ${url}: the provider has to make a repository for it.`,
  );
}
