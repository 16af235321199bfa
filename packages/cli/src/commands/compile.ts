import { checkTree, emit, treeLocation, writeTree, type Finding, type WriteReport } from '@seatrial/compiler';
import { reportError } from '../error-boundary.ts';
import { countFindings, exitCodeOf, printFindings } from '../findings/print-findings.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { loadFleets } from '../load/load-fleets.ts';
import type { StartedModels } from '../load/start-models.ts';
import { exitCodes } from '../workspace/user-error.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface CompileOptions {
  /** Only say which files are not what the model gives. */
  readonly check?: boolean;
  /** Also name the files that were written and removed. */
  readonly list?: boolean;
}

/** Files that are named one by one; more are counted. */
const mostListed = 10;

/** `seatrial compile`: writes the tree of each fleet. One fleet that fails does not keep the others from being written. */
export async function compile(started: StartedModels, options: CompileOptions): Promise<number> {
  const { workspace } = started;
  const outcomes = await loadFleets(started, { charts: false });
  let code: number = exitCodes.fine;
  for (const outcome of outcomes) {
    code = Math.max(
      code,
      'error' in outcome
        ? await reportError(outcome.error)
        : await compileOne(outcome.loaded, workspace, options),
    );
  }
  return code;
}

async function compileOne(
  loaded: LoadedFleet,
  workspace: Workspace,
  { check = false, list = false }: CompileOptions,
): Promise<number> {
  await printFindings(loaded.findings, loaded.source, workspace, process.stderr);
  try {
    return await (check ? checkOne(loaded, workspace) : writeOne(loaded, workspace, list));
  } catch (error) {
    return reportError(error);
  }
}

async function writeOne(
  { fleet, source }: LoadedFleet,
  workspace: Workspace,
  list: boolean,
): Promise<number> {
  const began = performance.now();
  const report = await writeTree(treeLocation(workspace.root, fleet.name), emit(fleet));
  if (report.findings.length > 0) {
    await printFindings(report.findings, source, workspace, process.stderr);
    return exitCodes.findings;
  }
  const objects = fleet.placements.reduce((sum, placement) => sum + placement.objects.length, 0);
  const { written, unchanged, removed } = report;
  const files = `${written.length} files written, ${unchanged} unchanged, ${removed.length} removed`;
  const seconds = ((performance.now() - began) / 1000).toFixed(2);
  process.stdout.write(
    `${fleet.name}: ${fleet.placements.length} placements, ${objects} objects: ${files} (${seconds} s)\n`,
  );
  if (list) process.stdout.write(textOfChanges(report));
  return exitCodes.fine;
}

function textOfChanges({ written, removed }: WriteReport): string {
  const lines = [...written.map((path) => `  ~ ${path}`), ...removed.map((path) => `  - ${path}`)];
  const more = lines.length > mostListed ? [`  and ${lines.length - mostListed} more`] : [];
  return [...lines.slice(0, mostListed), ...more].map((line) => `${line}\n`).join('');
}

async function checkOne({ fleet, source }: LoadedFleet, workspace: Workspace): Promise<number> {
  const findings: readonly Finding[] = await checkTree(treeLocation(workspace.root, fleet.name), emit(fleet));
  await printFindings(findings, source, workspace, process.stdout);
  process.stdout.write(
    `${fleet.name}: ${findings.length === 0 ? 'the tree is what the model gives' : countFindings(findings)}\n`,
  );
  return exitCodeOf(findings);
}
