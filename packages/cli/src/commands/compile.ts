import { checkTree, emit, treeLocation, writeTree, type Finding } from '@seatrial/compiler';
import { reportError } from '../error-boundary.ts';
import { countFindings, exitCodeOf, printFindings } from '../findings/report.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { loadFleets } from '../load/load-fleets.ts';
import { selectFleets } from '../workspace/select-fleets.ts';
import { exitCodes } from '../workspace/user-error.ts';
import { findWorkspace, type Workspace } from '../workspace/workspace.ts';

export interface CompileOptions {
  /** Only say which files are not what the model gives. */
  readonly check?: boolean;
}

/** `seatrial compile`: writes the tree of each fleet. One fleet that fails does not keep the others from being written. */
export async function compile(fleets: readonly string[], options: CompileOptions): Promise<number> {
  const workspace = findWorkspace(process.cwd());
  const outcomes = await loadFleets(selectFleets(workspace, fleets), workspace, { charts: false });
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
  { check = false }: CompileOptions,
): Promise<number> {
  await printFindings(loaded.findings, loaded.source, workspace, process.stderr);
  try {
    return await (check ? checkOne(loaded, workspace) : writeOne(loaded, workspace));
  } catch (error) {
    return reportError(error);
  }
}

async function writeOne({ fleet, source }: LoadedFleet, workspace: Workspace): Promise<number> {
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
  return exitCodes.fine;
}

async function checkOne({ fleet, source }: LoadedFleet, workspace: Workspace): Promise<number> {
  const findings: readonly Finding[] = await checkTree(treeLocation(workspace.root, fleet.name), emit(fleet));
  await printFindings(findings, source, workspace, process.stdout);
  process.stdout.write(
    `${fleet.name}: ${findings.length === 0 ? 'the tree is what the model gives' : countFindings(findings)}\n`,
  );
  return exitCodeOf(findings);
}
