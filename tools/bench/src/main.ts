import { rmSync } from 'node:fs';
import { findEngine, prepare } from '@seatrial/cli';
import type { ResolvedFleet } from '@seatrial/compiler';
import { benchCompile, cdk8sFolder } from './bench-compile.ts';
import { benchNx } from './bench-nx.ts';
import { benchValidate } from './bench-validate.ts';
import { benchVerify } from './bench-verify.ts';
import { differingObjects } from './differing-objects.ts';
import { printRows, type Row } from './row.ts';
import { runSeatrial } from './run-seatrial.ts';
import { makeWorkspace, type Workspace } from './workspace.ts';

const clusterCount = 100;
const compileRounds = 5;
const verifyRounds = 3;
const validateRounds = 3;
const nxRounds = 3;

const single = await makeWorkspace(clusterCount);
const twice = await makeWorkspace(clusterCount * 2);
const many = await makeWorkspace(clusterCount * 5);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const { folder } of [single, twice, many]) rmSync(folder, { recursive: true, force: true });
    process.exit(130);
  });
}
try {
  await prepare(
    {
      tools: ['kustomize-builder', 'kustomize', 'kubeconform-native', 'gator'],
      kubernetes: [],
      definitions: [],
      charts: [],
    },
    say,
  );
  say('compile, side by side with cdk8s …');
  const compiled = await benchCompile(single, twice, compileRounds);
  await holdToSameObjects(single);
  print(compileRounds, compiled);
  say('verify, side by side with kustomize build …');
  print(verifyRounds, await benchVerify(single, findEngine('kustomize'), verifyRounds));
  say('compile and validate, side by side with kustomize, kubeconform and gator …');
  await single.takePolicies('gatekeeper');
  say((await runSeatrial(single, ['prepare'])).trim());
  print(validateRounds, await benchValidate(single, validateRounds));
  say('Nx: one changed tree, and all trees in a batch …');
  print(nxRounds, await benchNx(single, many, nxRounds));
} finally {
  await Promise.all([single.remove(), twice.remove(), many.remove()]);
}

/** A comparison counts only when both programs did the same work. */
async function holdToSameObjects(workspace: Workspace): Promise<void> {
  const fleet = JSON.parse(await runSeatrial(workspace, ['model', 'bench'])) as ResolvedFleet;
  const differing = await differingObjects(fleet, cdk8sFolder(workspace));
  if (differing.length === 0) return;
  throw new Error(`cdk8s and the fleet differ in ${differing.length} objects, the first: ${differing[0]}`);
}

function print(rounds: number, rows: readonly Row[]): void {
  console.log(`Whole processes, medians of ${rounds} runs:\n${printRows(rows)}`);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
