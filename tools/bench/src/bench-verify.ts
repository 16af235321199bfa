import { readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { measure, measureInTurn, measureNode } from './measure.ts';
import { seconds, type Row } from './row.ts';
import { seatrial } from './seatrial.ts';
import type { Workspace } from './workspace.ts';

/** `seatrial verify` of a whole tree against one `kustomize build` for each root, two at a time, as a person at a shell runs it. */
export async function benchVerify(
  { folder }: Workspace,
  kustomize: string,
  rounds: number,
): Promise<readonly Row[]> {
  const roots = await rootsOf(join(folder, 'clusters/bench'));
  const list = join(folder, 'roots.txt');
  await writeFile(list, `${roots.join('\n')}\n`);
  const { ours, builds } = await measureInTurn(rounds, {
    ours: () => measureNode({ args: [seatrial, 'verify', 'bench'], cwd: folder }),
    builds: () =>
      measure({ program: 'xargs', args: ['-P2', '-n1', '-a', list, kustomize, 'build'], cwd: folder }),
  });
  return [
    {
      what: `verify ${roots.length} roots, against kustomize build`,
      ours: seconds(ours.seconds),
      theirs: seconds(builds.seconds),
      value: ours.seconds / builds.seconds,
      goal: 0.6,
      unit: 'ratio',
    },
  ];
}

/** Folders with a kustomization, the bases left out: what an engine builds. */
async function rootsOf(tree: string): Promise<readonly string[]> {
  const files = await readdir(tree, { recursive: true });
  return files
    .filter(
      (file) =>
        file.endsWith('/kustomization.yaml') && !file.startsWith('base/') && !file.startsWith('argo-cd/'),
    )
    .map((file) => dirname(join(tree, file)))
    .sort();
}
