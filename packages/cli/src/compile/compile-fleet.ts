import {
  checkTree,
  treeLocation,
  treeOfFleet,
  writeTree,
  type Finding,
  type WriteReport,
} from '@seatrial/compiler';
import { locateFindings } from '../findings/located-finding.ts';
import { countFindings, exitCodeOf } from '../findings/print-findings.ts';
import { textOfFindings } from '../findings/text-of-findings.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';
import type { Told } from '../workspace/told.ts';
import { exitCodes } from '../workspace/user-error.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { rememberTree } from './known-trees.ts';

/** Files that are named one by one; more are counted. */
const mostListed = 10;

/**
 * Writes the tree of a fleet.
 *
 * @param list whether the files that were written and removed are named
 * @throws TreeError
 */
export async function compileFleet(
  loaded: LoadedFleet,
  workspace: Workspace,
  { list = false }: { readonly list?: boolean } = {},
): Promise<Told> {
  const { fleet } = loaded;
  const began = performance.now();
  const location = treeLocation(workspace.root, fleet.name);
  const report = await writeTree(location, treeOfFleet(loaded));
  const shown = await text([...loaded.findings, ...report.findings], loaded, workspace, process.stderr);
  if (report.findings.length > 0) return { out: '', err: shown, code: exitCodes.findings };
  await rememberTree(loaded, workspace.root);
  const objects = fleet.placements.reduce((sum, placement) => sum + placement.objects.length, 0);
  const { written, unchanged, removed } = report;
  const files = `${written.length} files written, ${unchanged} unchanged, ${removed.length} removed`;
  const seconds = ((performance.now() - began) / 1000).toFixed(2);
  const line = `${fleet.name}: ${fleet.placements.length} placements, ${objects} objects: ${files} (${seconds} s)\n`;
  return { out: `${line}${list ? textOfChanges(report) : ''}`, err: shown, code: exitCodes.fine };
}

function textOfChanges({ written, removed }: WriteReport): string {
  const lines = [...written.map((path) => `  ~ ${path}`), ...removed.map((path) => `  - ${path}`)];
  const more = lines.length > mostListed ? [`  and ${lines.length - mostListed} more`] : [];
  return [...lines.slice(0, mostListed), ...more].map((line) => `${line}\n`).join('');
}

/** Says which files of the tree of a fleet are not what the model gives. @throws TreeError */
export async function checkFleet(loaded: LoadedFleet, workspace: Workspace): Promise<Told> {
  const { fleet } = loaded;
  const location = treeLocation(workspace.root, fleet.name);
  const findings = await checkTree(location, treeOfFleet(loaded));
  if (findings.length === 0) await rememberTree(loaded, workspace.root);
  const verdict = findings.length === 0 ? 'the tree is what the model gives' : countFindings(findings);
  return {
    out: `${await text(findings, loaded, workspace, process.stdout)}${fleet.name}: ${verdict}\n`,
    err: await text(loaded.findings, loaded, workspace, process.stderr),
    code: exitCodeOf(findings),
  };
}

async function text(
  findings: readonly Finding[],
  { source }: LoadedFleet,
  workspace: Workspace,
  stream: NodeJS.WriteStream,
): Promise<string> {
  return textOfFindings(await locateFindings(findings, source, workspace), stream);
}
