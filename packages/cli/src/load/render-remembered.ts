import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KubernetesObject } from '@seatrial/compiler';
import { cacheFolder } from '../cache/cache-folder.ts';
import { digest } from '../cache/digest.ts';
import { findEngine } from '../cache/engine-entry.ts';
import { writeEntry } from '../cache/write-entry.ts';
import { renderChart, type ChartRendering } from '../helm/render-chart.ts';

const contents = new Map<string, string>();

/** As {@link renderChart}, and kept in the cache: by the contents of the chart and its values, and by helm itself. */
export async function renderRemembered(rendering: ChartRendering): Promise<readonly KubernetesObject[]> {
  const { chartPath, valueFiles = [], ...rest } = rendering;
  const values = valueFiles.map((file) => readFileSync(file, 'utf8'));
  const key = digest([findEngine('helm'), contentOf(chartPath), JSON.stringify(rest), ...values]);
  const entry = join(cacheFolder(), 'renders', key);
  const known = await readObjects(entry);
  if (known !== undefined) return known;
  const objects = await renderChart(rendering);
  await writeEntry(entry, (folder) => writeFile(join(folder, objectsFile), JSON.stringify(objects)));
  return objects;
}

const objectsFile = 'objects.json';

async function readObjects(entry: string): Promise<readonly KubernetesObject[] | undefined> {
  try {
    return JSON.parse(await readFile(join(entry, objectsFile), 'utf8')) as KubernetesObject[];
  } catch {
    // Absent or damaged: helm renders it again.
    return undefined;
  }
}

/** A digest of a chart's package, or of every file of its folder; read once in a process. */
function contentOf(path: string): string {
  const known = contents.get(path) ?? digestOfFiles(path);
  contents.set(path, known);
  return known;
}

function digestOfFiles(path: string): string {
  const hash = createHash('sha256');
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : [path];
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${file.slice(path.length)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
