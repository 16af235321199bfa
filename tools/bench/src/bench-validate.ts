import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { ResolvedFleet } from '@seatrial/compiler';
import { median, measureInTurn, measureNode, type Run } from './measure.ts';
import { seconds, type Row } from './row.ts';
import { runSeatrial } from './run-seatrial.ts';
import { seatrial } from './seatrial.ts';
import { ourVerdict } from './validate/our-verdict.ts';
import { ownCache } from './validate/own-cache.ts';
import { theirTools, type TheirTools } from './validate/their-tools.ts';
import { watching } from './validate/watching.ts';
import type { Workspace } from './workspace.ts';

type Environment = Readonly<Record<string, string>>;

/**
 * `seatrial compile` and `seatrial validate` against the programs that do the same today: kustomize, kubeconform and
 * gator. The workspace's fleet gets the policies; its engines and schemas have to be prepared.
 */
export async function benchValidate(workspace: Workspace, rounds: number): Promise<readonly Row[]> {
  const cache = await ownCache();
  try {
    await workspace.takePolicies('gatekeeper');
    // Compiles the policies, too: they are prepared as the engines are.
    await runSeatrial(workspace, ['compile', 'bench']);
    const fleet = JSON.parse(await runSeatrial(workspace, ['model', 'bench'])) as ResolvedFleet;
    const theirs = await theirTools(workspace, fleet);
    await holdToSameWork(workspace, fleet, theirs, cache.env);
    let edits = 0;
    const edit = (): Promise<void> => workspace.moveCluster('c042', `region-${(edits += 1)}`);
    const runs = await measureInTurn(rounds, {
      kustomize: theirs.kustomize,
      kubeconform: theirs.kubeconform,
      gator: theirs.gator,
      cold: async () => {
        await cache.forgetResults();
        await rm(join(workspace.folder, 'clusters'), { recursive: true, force: true });
        return compileAndValidate(workspace, cache.env);
      },
      changed: async () => {
        await edit();
        return compileAndValidate(workspace, cache.env);
      },
    });
    const watched = await watchedChanges(workspace, cache.env, rounds, edit);
    return rowsOf(fleet, runs, watched);
  } finally {
    await cache.remove();
  }
}

function rowsOf(
  { placements, clusters }: ResolvedFleet,
  runs: Readonly<Record<'kustomize' | 'kubeconform' | 'gator' | 'cold' | 'changed', Run>>,
  watched: number,
): readonly Row[] {
  const tools = (['kustomize', 'kubeconform', 'gator'] as const).map(
    (name) => [name, runs[name].seconds] as const,
  );
  const sum = tools.reduce((all, [, time]) => all + time, 0);
  const each = tools.map(([name, time]) => `${name} ${time.toFixed(2)}`).join(' + ');
  const objects = placements.reduce((all, placement) => all + placement.objects.length, 0);
  const row = (what: string, ours: number, goal: number, theirs: string): Row => ({
    what,
    ours: seconds(ours),
    theirs,
    value: ours / sum,
    goal,
    unit: 'ratio',
  });
  return [
    row(
      `compile, validate ${objects} objects, ${clusters.length - 1} clusters, no results kept`,
      runs.cold.seconds,
      0.6,
      `${each} = ${seconds(sum)}`,
    ),
    row('the same after one cluster has changed', runs.changed.seconds, 0.25, seconds(sum)),
    row('from saving such a change to the verdict of validate --watch', watched, 0.05, seconds(sum)),
  ];
}

async function compileAndValidate({ folder }: Workspace, env: Environment): Promise<Run> {
  const compiled = await measureNode({ args: [seatrial, 'compile', 'bench'], cwd: folder, env });
  const validated = await measureNode({ args: [seatrial, 'validate', 'bench'], cwd: folder, env });
  return {
    seconds: compiled.seconds + validated.seconds,
    peakBytes: Math.max(compiled.peakBytes, validated.peakBytes),
  };
}

/** Median seconds from a saved change to the verdict. */
async function watchedChanges(
  workspace: Workspace,
  env: Environment,
  rounds: number,
  edit: () => Promise<void>,
): Promise<number> {
  const watch = watching(workspace, env);
  try {
    await watch.verdict();
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      process.stderr.write(`  round ${round + 1} of ${rounds}: watched …\n`);
      await edit();
      const saved = performance.now();
      const verdict = await watch.verdict();
      times.push((performance.now() - saved) / 1000);
      if (!verdict.includes('nothing found')) throw new Error(`the watched fleet is not right: ${verdict}`);
    }
    return median(times);
  } finally {
    await watch.end();
  }
}

/** A comparison counts only when both sides see the same objects, and both find a wrong one. */
async function holdToSameWork(
  workspace: Workspace,
  fleet: ResolvedFleet,
  theirs: TheirTools,
  env: Environment,
): Promise<void> {
  const objects = fleet.placements.reduce((all, placement) => all + placement.objects.length, 0);
  const right = { objects, invalid: [], denied: [] };
  const wrong = { objects: objects + 1, invalid: ['wrong'], denied: ['wrong'] };
  for (const [policies, expected] of [
    ['wrong', wrong],
    ['gatekeeper', right],
  ] as const) {
    await workspace.takePolicies(policies);
    await runSeatrial(workspace, ['compile', 'bench'], env);
    const verdicts = { ours: await ourVerdict(workspace, fleet, env), theirs: await theirs.verdict() };
    for (const [side, verdict] of Object.entries(verdicts)) {
      if (isDeepStrictEqual(verdict, expected)) continue;
      throw new Error(`${side}: ${JSON.stringify(verdict)} instead of ${JSON.stringify(expected)}`);
    }
  }
}
