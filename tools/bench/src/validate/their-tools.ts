import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { findEngine, schemasOfFleet } from '@seatrial/cli';
import type { ResolvedFleet } from '@seatrial/compiler';
import { measure, type Run } from '../measure.ts';
import { runToText } from '../run-seatrial.ts';
import type { Workspace } from '../workspace.ts';

/** What people run today over the same trees, one program after the other. */
export interface TheirTools {
  /** `kustomize build` of one root for each cluster, two at a time. */
  readonly kustomize: () => Promise<Run>;
  /** kubeconform, strict, over what kustomize has built. */
  readonly kubeconform: () => Promise<Run>;
  /** `gator test`, over the same. */
  readonly gator: () => Promise<Run>;
  /** What the two checkers say of the trees as they are now. */
  readonly verdict: () => Promise<Verdict>;
}

export interface Verdict {
  readonly objects: number;
  /** Objects that do not match their schema, by name. */
  readonly invalid: readonly string[];
  /** Objects that violate a policy, by name. */
  readonly denied: readonly string[];
}

/** @param fleet the fleet of the workspace, whose kinds and schemas the tools get. */
export async function theirTools({ folder }: Workspace, fleet: ResolvedFleet): Promise<TheirTools> {
  const tree = join(folder, 'clusters', fleet.name);
  const roots = join(folder, 'roots');
  const rendered = join(folder, 'rendered');
  const schemas = join(folder, 'schemas');
  const list = join(folder, 'clusters.txt');
  const clusters = [...new Set(fleet.placements.map(({ cluster }) => cluster))].sort();
  await writeSchemas(fleet, schemas);
  await writeFile(list, `${clusters.join('\n')}\n`);
  const writeRoots = async (): Promise<void> => {
    for (const cluster of clusters) await writeRoot(join(tree, cluster), join(roots, cluster));
  };
  await writeRoots();

  const build = {
    program: 'xargs',
    args: ['-P2', '-I{}', '-a', list, findEngine('kustomize'), 'build', 'roots/{}', '-o', 'rendered/{}.yaml'],
    cwd: folder,
  };
  const location = `${schemas}/{{.Group}}_{{.ResourceAPIVersion}}_{{.ResourceKind}}.json`;
  const check = {
    program: findEngine('kubeconform-native'),
    args: ['-strict', '-n', '2', '-summary', '-output', 'json', '-schema-location', location, 'rendered'],
    cwd: folder,
  };
  const review = {
    program: findEngine('gator'),
    args: ['test', '-f', 'rendered', '-o', 'json'],
    cwd: folder,
  };
  const kustomize = async (): Promise<Run> => {
    await rm(rendered, { recursive: true, force: true });
    await mkdir(rendered);
    return measure(build);
  };
  return {
    kustomize,
    kubeconform: () => measure(check),
    gator: () => measure(review),
    async verdict() {
      await writeRoots();
      await kustomize();
      const checked = JSON.parse(await runToText(check.program, check.args, folder)) as Checked;
      const reviewed = JSON.parse(await runToText(review.program, review.args, folder)) as Reviewed;
      const { valid, invalid, errors, skipped } = checked.summary;
      if (errors + skipped > 0) throw new Error(`kubeconform left out ${errors + skipped} objects`);
      return {
        objects: valid + invalid,
        invalid: checked.resources.map(({ name }) => name),
        denied: (reviewed ?? []).map(({ violatingObject }) => violatingObject.metadata.name),
      };
    },
  };
}

interface Checked {
  readonly resources: readonly { readonly name: string }[];
  readonly summary: Readonly<Record<'valid' | 'invalid' | 'errors' | 'skipped', number>>;
}

type Reviewed =
  readonly { readonly violatingObject: { readonly metadata: { readonly name: string } } }[] | null;

/** One root with everything of a cluster, as people aggregate what they hand to a checker. */
async function writeRoot(cluster: string, root: string): Promise<void> {
  await mkdir(root, { recursive: true });
  const files = await readdir(cluster, { recursive: true });
  const resources = files
    .filter((file) => file.endsWith('/kustomization.yaml'))
    .map((file) => relative(root, join(cluster, file, '..')))
    .sort();
  await writeFile(
    join(root, 'kustomization.yaml'),
    `resources:\n${resources.map((path) => `- ${path}\n`).join('')}`,
  );
}

/** The very schemas that Seatrial holds the objects against, under names that kubeconform finds. */
async function writeSchemas(fleet: ResolvedFleet, folder: string): Promise<void> {
  const { clusters, schemas } = await schemasOfFleet(fleet);
  await mkdir(folder);
  const kinds = new Map(
    fleet.placements.flatMap(({ cluster, objects }) =>
      objects.map(
        ({ object: { apiVersion, kind } }) =>
          [`${apiVersion} ${kind}`, { cluster, apiVersion, kind }] as const,
      ),
    ),
  );
  for (const { cluster, apiVersion, kind } of kinds.values()) {
    const found = clusters.find(({ name }) => name === cluster)?.kinds.find(apiVersion, kind);
    if (found === undefined) throw new Error(`${apiVersion} ${kind} has no schema`);
    const parts = apiVersion.split('/');
    const name = `${parts[0]}_${parts.at(-1)}_${kind.toLowerCase()}.json`;
    await writeFile(join(folder, name), await schemas.read(found.digest));
  }
}
