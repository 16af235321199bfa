import { existsSync } from 'node:fs';
import { glob, readFile, stat, writeFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { definitionSchemas, kubernetesSchemas } from '@seatrial/validator';
import { definitionsEntry, kubernetesEntry, type DefinitionSource } from '../cache/schema-entries.ts';
import { writeSchemas } from '../cache/schema-files.ts';
import { writeEntry } from '../cache/write-entry.ts';
import { parseYaml } from '../helm/parse-manifests.ts';
import { withGoModule } from './go-module.ts';
import { PreparationError } from './preparation-error.ts';
import type { Progress } from './progress.ts';

/** Makes the schemas of one Kubernetes version from the OpenAPI document in its Go module, unless they are there. */
export async function prepareKubernetes(
  version: string,
  findGo: () => Promise<unknown>,
  progress: Progress,
): Promise<void> {
  if (!/^\d+\.\d+\.\d+$/.test(version)) {
    throw new PreparationError(`Kubernetes "${version}" is no exact version: write it as 1.29.15.`);
  }
  const entry = kubernetesEntry(version);
  if (existsSync(entry)) return;
  await findGo();
  await progress.step(`fetching the schemas of Kubernetes ${version}`, () =>
    withGoModule({ module: 'k8s.io/kubernetes', version: `v${version}` }, async (folder) => {
      const swagger: unknown = JSON.parse(
        await readFile(join(folder, 'api/openapi-spec/swagger.json'), 'utf8'),
      );
      await writeEntry(entry, (made) => writeSchemas(made, kubernetesSchemas(swagger)));
    }),
  );
}

/** Makes the schemas of the definitions in a Go module, and keeps the definitions, unless they are there. */
export async function prepareDefinitions(
  source: DefinitionSource,
  findGo: () => Promise<unknown>,
  progress: Progress,
): Promise<void> {
  const entry = definitionsEntry(source);
  if (existsSync(entry)) return;
  await findGo();
  await progress.step(`fetching the definitions of ${source.module} ${source.version}`, () =>
    withGoModule(source, async (folder) => {
      const definitions = await readDefinitions(folder, source);
      await writeEntry(entry, async (made) => {
        await writeSchemas(made, definitionSchemas(definitions));
        await writeFile(join(made, 'crds.json'), JSON.stringify(definitions));
      });
    }),
  );
}

/** The CustomResourceDefinition objects in the YAML files below a path of a module, in the order of the files' names. */
async function readDefinitions(
  folder: string,
  { module, version, path }: DefinitionSource,
): Promise<readonly unknown[]> {
  const definitions: unknown[] = [];
  for (const file of await yamlFiles(folder, normalize(path))) {
    try {
      definitions.push(...parseYaml(await readFile(join(folder, file), 'utf8')).filter(isDefinition));
    } catch (error) {
      const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
      throw new PreparationError(
        `${file} in ${module} ${version} is not readable as YAML: ${reason}; choose a path with definitions only.`,
      );
    }
  }
  if (definitions.length > 0) return definitions;
  throw new PreparationError(
    `There is no CustomResourceDefinition in ${module} ${version} at ${path}: correct the path.`,
  );
}

async function yamlFiles(folder: string, path: string): Promise<readonly string[]> {
  const inside = join('/', path).slice(1); // a path with `..` stays inside the module
  const found = await stat(join(folder, inside)).catch(() => undefined);
  if (found?.isFile()) return [inside];
  const files: string[] = [];
  for await (const file of glob(`${inside === '' ? '.' : inside}/**/*.{yaml,yml}`, { cwd: folder }))
    files.push(file);
  return files.sort();
}

function isDefinition(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === 'CustomResourceDefinition'
  );
}
