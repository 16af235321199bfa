import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureInTurn, measureNode, type Run } from './measure.ts';
import { megabytes, seconds, type Row } from './row.ts';
import { seatrial } from './seatrial.ts';
import type { Workspace } from './workspace.ts';

const program = fileURLToPath(new URL('./cdk8s-program.ts', import.meta.url));

/** Where the cdk8s program writes the objects of a workspace's fleet. */
export const cdk8sFolder = (workspace: Workspace): string => join(workspace.folder, 'cdk8s');

/** `seatrial compile` against cdk8s writing the same objects, and against itself on twice the clusters; nothing written before. */
export async function benchCompile(
  single: Workspace,
  twice: Workspace,
  rounds: number,
): Promise<readonly Row[]> {
  const { ours, cdk8s, ofTwice } = await measureInTurn(rounds, {
    ours: () => compile(single),
    cdk8s: () => writeWithCdk8s(single),
    ofTwice: () => compile(twice),
  });
  const [clusters, more] = [single.clusterCount, twice.clusterCount];
  return [
    {
      what: `compile ${clusters} clusters (${clusters * 100} objects), against cdk8s`,
      ours: seconds(ours.seconds),
      theirs: seconds(cdk8s.seconds),
      value: ours.seconds / cdk8s.seconds,
      goal: 0.15,
      unit: 'ratio',
    },
    {
      what: `compile ${more} clusters, against ${clusters}`,
      ours: seconds(ofTwice.seconds),
      theirs: seconds(ours.seconds),
      value: ofTwice.seconds / ours.seconds,
      goal: 2.1,
      unit: 'ratio',
    },
    ...[
      { clusters, run: ours, theirs: `cdk8s: ${megabytes(cdk8s.peakBytes)}` },
      { clusters: more, run: ofTwice, theirs: '' },
    ].map(({ clusters: count, run, theirs }): Row => ({
      what: `peak memory of compile, ${count} clusters`,
      ours: megabytes(run.peakBytes),
      theirs,
      value: run.peakBytes,
      goal: 1e9,
      unit: 'bytes',
    })),
  ];
}

async function compile({ folder }: Workspace): Promise<Run> {
  await rm(join(folder, 'clusters'), { recursive: true, force: true });
  return measureNode({ args: [seatrial, 'compile', 'bench'], cwd: folder });
}

async function writeWithCdk8s(workspace: Workspace): Promise<Run> {
  const folder = cdk8sFolder(workspace);
  await rm(folder, { recursive: true, force: true });
  return measureNode({ args: [program, String(workspace.clusterCount), folder], cwd: workspace.folder });
}
