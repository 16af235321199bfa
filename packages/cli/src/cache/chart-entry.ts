import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ChartSource } from '@seatrial/compiler';
import { cacheFolder } from './cache-folder.ts';
import { digest } from './digest.ts';

/** A chart in the cache is one of these: a package from a repository, or a folder from git. */
export const chartPackage = 'chart.tgz';
export const chartFolder = 'chart';

/** The path of a prepared chart, a `.tgz` or a folder, as helm takes it; undefined when it was never reached. */
export function findChart(source: ChartSource): string | undefined {
  const path = join(chartEntry(source), 'git' in source ? chartFolder : chartPackage);
  return existsSync(path) ? path : undefined;
}

export function chartEntry(source: ChartSource): string {
  const parts =
    'git' in source
      ? ['git', source.git, source.path, source.revision]
      : ['repository', source.repository, source.chart, source.version];
  return join(cacheFolder(), 'charts', digest(parts));
}
