import { hash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { absentCharts } from '@seatrial/cli/absent-charts';

type Chart = Parameters<typeof absentCharts>[0][number];

/**
 * The charts of a workspace's trees that this machine does not hold, as a digest; empty: it holds them all. A verdict that
 * was found without a chart says that its objects were not looked at, and must not be the answer where they can be.
 */
export function digestOfAbsentCharts(root: string): string {
  const files = globSync('clusters/*/facts.json', { cwd: root }).sort();
  const absent = absentCharts(files.flatMap((path) => chartsIn(join(root, path))));
  const named = [...new Set(absent.map((chart) => JSON.stringify(chart)))].sort();
  return named.length === 0 ? '' : hash('sha256', named.join('\n'));
}

function chartsIn(path: string): readonly Chart[] {
  try {
    const { charts } = JSON.parse(readFileSync(path, 'utf8')) as { readonly charts?: unknown };
    return Array.isArray(charts) ? charts.filter(isChart) : [];
  } catch {
    // Facts that cannot be read fail the tasks of its tree.
    return [];
  }
}

function isChart(value: unknown): value is Chart {
  if (typeof value !== 'object' || value === null) return false;
  const chart = value as Readonly<Record<string, unknown>>;
  const fields = 'git' in chart ? ['git', 'path', 'revision'] : ['repository', 'chart', 'version'];
  return fields.every((field) => typeof chart[field] === 'string');
}
