import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { parse, stringify } from 'yaml';
import type { ChartServer } from '../lab/lab.ts';
import { Infrastructure } from '../run/outcome-errors.ts';
import type { Run } from '../run/run.ts';
import { startCompanion } from './companion.ts';

type Chart = Parameters<ChartServer['publish']>[1];

/**
 * Serves Helm repositories from the run's folder. A chart is there as soon as `publish` has resolved.
 * @param address as for the git server.
 */
export async function startChartServer(
  run: Run,
  { address }: { readonly address: string },
): Promise<ChartServer> {
  const folder = join(run.folder, 'charts');
  await mkdir(folder, { recursive: true });
  const { origin } = await startCompanion(run, {
    name: 'chart-server',
    program: fileURLToPath(new URL('./chart-server-program.ts', import.meta.url)),
    address,
    folder,
  });
  const indexes = new Map<string, Record<string, unknown[]>>();
  let last: Promise<unknown> = Promise.resolve();

  async function publish(repository: string, chart: Chart): Promise<void> {
    const served = join(folder, repository);
    await mkdir(served, { recursive: true });
    const file = `${chart.name}-${chart.version}.tgz`;
    const archive = await packageChart(
      join(run.folder, 'chart-sources', repository),
      chart,
      join(served, file),
    );
    const metadata = parse(chart.files['Chart.yaml'] ?? '') as Record<string, unknown>;
    const entries = indexes.get(repository) ?? {};
    const others = (entries[chart.name] ?? []).filter((entry) => !isVersion(entry, chart.version));
    const digest = createHash('sha256').update(archive).digest('hex');
    entries[chart.name] = [
      ...others,
      { ...metadata, urls: [file], digest, created: run.clock.began.toISOString() },
    ];
    indexes.set(repository, entries);
    await writeFile(join(served, 'index.new'), stringify({ apiVersion: 'v1', entries }));
    await rename(join(served, 'index.new'), join(served, 'index.yaml'));
  }

  return {
    url: (repository) => `${origin}/${repository}`,
    publish: (repository, chart) =>
      // One after the other: each writes the whole index.
      (last = last.catch(() => undefined).then(() => publish(repository, chart))) as Promise<void>,
  };
}

/** An archive with one folder of the chart's name: https://helm.sh/docs/topics/charts/#the-chart-file-structure */
async function packageChart(sources: string, { name, files }: Chart, archive: string): Promise<Buffer> {
  await rm(join(sources, name), { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(sources, name, path)), { recursive: true });
    await writeFile(join(sources, name, path), text);
  }
  const { failed, stderr } = await execa('tar', ['-czf', archive, '-C', sources, name], { reject: false });
  if (failed) throw new Infrastructure(`tar cannot package the stand-in of ${name}: ${stderr.trim()}`);
  return await readFile(archive);
}

function isVersion(entry: unknown, version: string): boolean {
  return typeof entry === 'object' && entry !== null && 'version' in entry && entry.version === version;
}
