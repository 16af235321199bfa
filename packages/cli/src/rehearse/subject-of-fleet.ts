import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { KubernetesObject, ResolvedFleet } from '@seatrial/compiler';
import type { Subject } from '@seatrial/e2e';
import { refusalsOf, type ResultStore } from '@seatrial/validator';
import { findDefinitions } from '../cache/schema-entries.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { policyCompiler } from '../policies/policy-compiler.ts';
import { schemasOfFleet } from '../validate/clusters-to-validate.ts';
import { setOfFleet } from '../validate/set-of-fleet.ts';

/**
 * A loaded fleet as a rehearsal takes it. Everything that it needs of the cache is looked up at once, not in its midst.
 * @param root absolute path of the repository
 * @throws MissingFromCache
 */
export async function subjectOfFleet(loaded: LoadedFleet, root: string): Promise<Subject> {
  const { model, inputs, fleet } = loaded;
  return {
    model,
    inputs,
    fleet,
    definitions: await definitionsOf(fleet),
    files: await foreignFiles(fleet, root),
    refusals: await refusalsIn(loaded, root),
  };
}

async function definitionsOf(fleet: ResolvedFleet): Promise<Subject['definitions']> {
  const found = new Map<string, readonly KubernetesObject[]>();
  for (const { definitions } of fleet.placements.flatMap(({ charts }) => charts)) {
    if (definitions?.source === undefined) continue;
    const { module, version, path } = definitions.source;
    const key = `${module}@${version}/${path}`;
    if (found.has(key)) continue;
    const text = await readFile(join(findDefinitions(definitions.source), 'crds.json'), 'utf8');
    found.set(key, JSON.parse(text) as KubernetesObject[]);
  }
  return found;
}

/** The files of the author's own Kustomize folders, by their paths in the repository. */
async function foreignFiles(fleet: ResolvedFleet, root: string): Promise<ReadonlyMap<string, string>> {
  const paths = new Set(
    fleet.applications.flatMap(({ foreignBases }) => foreignBases.flatMap(({ reads }) => reads)),
  );
  const files = new Map<string, string>();
  for (const path of paths) {
    const file = join(root, path);
    if ((await stat(file)).isFile()) files.set(path, await readFile(file, 'utf8'));
  }
  return files;
}

async function refusalsIn(loaded: LoadedFleet, root: string): Promise<Subject['refusals']> {
  const { clusters } = await schemasOfFleet(loaded.fleet);
  const set = setOfFleet(loaded, clusters, root);
  const compiler = policyCompiler();
  const results = answersInMemory();
  return (cluster, object) => refusalsOf({ set, cluster, object, compiler, results });
}

function answersInMemory(): ResultStore {
  const answers = new Map<string, unknown>();
  return { get: (key) => answers.get(key), put: (key, answer) => void answers.set(key, answer) };
}
