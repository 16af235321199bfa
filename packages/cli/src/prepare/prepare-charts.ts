import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChartSource } from '@seatrial/compiler';
import pLimit from 'p-limit';
import { chartEntry, findChart } from '../cache/chart-entry.ts';
import { describeChart, isFixed } from '../cache/chart-source.ts';
import { writeEntry } from '../cache/write-entry.ts';
import { fetchGitChart } from './fetch-git-chart.ts';
import { fetchRepositoryChart } from './fetch-repository-chart.ts';
import { NotReached } from './not-reached.ts';
import type { Progress } from './progress.ts';
import { newReachability, type Reachability } from './reachability.ts';

/** A chart that is in the cache, or why it is not. */
export type PreparedChart =
  | { readonly source: ChartSource; readonly path: string }
  | { readonly source: ChartSource; readonly notReached: string };

const atOnce = 4;

/**
 * Fetches charts into the cache, several at a time. A source that always stands for the same content is fetched once;
 * a branch, a range or a local folder is fetched again, and what the cache holds stays when it cannot be reached.
 * `prepareHelm` is called when a chart needs helm to be fetched or, later, to be rendered.
 */
export async function prepareCharts(
  sources: readonly ChartSource[],
  prepareHelm: () => Promise<unknown>,
  progress: Progress,
): Promise<readonly PreparedChart[]> {
  const reach = newReachability();
  const limit = pLimit(atOnce);
  const unique = [...new Map(sources.map((source) => [chartEntry(source), source])).values()];
  const charts = await Promise.all(
    unique.map((source) => limit(() => prepareChart(source, prepareHelm, reach, progress))),
  );
  if (charts.some((chart) => 'path' in chart)) await prepareHelm();
  return charts;
}

async function prepareChart(
  source: ChartSource,
  prepareHelm: () => Promise<unknown>,
  reach: Reachability,
  progress: Progress,
): Promise<PreparedChart> {
  const held = findChart(source);
  if (held !== undefined && isFixed(source)) return { source, path: held };
  try {
    const reason = await reach('git' in source ? source.git : source.repository);
    if (reason !== undefined) throw new NotReached(reason);
    await prepareHelm();
    await progress.step(`fetching ${describeChart(source)}`, () => fetchChart(source));
  } catch (error) {
    if (!(error instanceof NotReached)) throw error;
    if (held === undefined) {
      progress.line(`${describeChart(source)} is not reached: ${error.message}; it stays by reference.`);
      return { source, notReached: error.message };
    }
    progress.line(`${describeChart(source)} is not reached: ${error.message}; what the cache holds stays.`);
  }
  const path = findChart(source);
  return path === undefined ? { source, notReached: 'it vanished from the cache' } : { source, path };
}

async function fetchChart(source: ChartSource): Promise<void> {
  await writeEntry(
    chartEntry(source),
    async (folder) => {
      await ('git' in source ? fetchGitChart(source, folder) : fetchRepositoryChart(source, folder));
      await writeFile(join(folder, 'entry.json'), JSON.stringify(source));
    },
    { replace: true },
  );
}
