import { copyFile, readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { chartPackage } from '../cache/chart-entry.ts';
import { HelmError, runHelm } from '../helm/run-helm.ts';
import { NotReached } from './not-reached.ts';

export interface RepositoryChart {
  readonly repository: string;
  readonly chart: string;
  readonly version: string;
}

const pullTimeout = 60_000;

/** Puts a chart's package into `folder`: with the real helm from a repository or registry, or by hand from a folder. */
export async function fetchRepositoryChart(source: RepositoryChart, folder: string): Promise<void> {
  if (source.repository.startsWith('file:')) return copyFromFolder(source, folder);
  try {
    await runHelm({ network: true, timeout: pullTimeout }, () => [
      'pull',
      '--destination',
      folder,
      ...whatToPull(source),
    ]);
  } catch (error) {
    throw error instanceof HelmError ? new NotReached(error.message) : error;
  }
  const pulled = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  if (pulled === undefined) throw new NotReached('helm pulled nothing');
  await rename(join(folder, pulled), join(folder, chartPackage));
}

function whatToPull({ repository, chart, version }: RepositoryChart): readonly string[] {
  return repository.startsWith('oci:')
    ? ['--version', version, '--', `${repository.replace(/\/$/, '')}/${chart}`]
    : ['--version', version, '--repo', repository, '--', chart];
}

/** helm has no `file:` repositories: a folder's `index.yaml` is followed if there is one, else the usual name is tried. */
async function copyFromFolder(source: RepositoryChart, folder: string): Promise<void> {
  const from = fileURLToPath(source.repository);
  try {
    await copyFile(await packageIn(from, source), join(folder, chartPackage));
  } catch (error) {
    if (error instanceof NotReached) throw error;
    throw new NotReached(`${source.chart} ${source.version} is not in ${from}`);
  }
}

async function packageIn(from: string, { chart, version }: RepositoryChart): Promise<string> {
  const index = await readFile(join(from, 'index.yaml'), 'utf8').catch(() => undefined);
  if (index === undefined) return join(from, `${chart}-${version}.tgz`);
  const { entries } = parse(index) as { entries?: Record<string, { version: string; urls: string[] }[]> };
  const url = entries?.[chart]?.find((entry) => entry.version === version)?.urls[0];
  if (url === undefined) throw new NotReached(`${chart} ${version} is not in the index of ${from}`);
  const resolved = new URL(url, pathToFileURL(`${from}/`));
  if (resolved.protocol !== 'file:') throw new NotReached(`the index of ${from} leads to ${resolved.host}`);
  return fileURLToPath(resolved);
}
