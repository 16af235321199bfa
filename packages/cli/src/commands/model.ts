import { resolvedFleetJsonSchema, type ResolvedFleet } from '@seatrial/compiler';
import { stringify } from 'yaml';
import { loadFleets } from '../load/load-fleets.ts';
import { exitCodeOf, printFindings } from '../findings/report.ts';
import { reportError } from '../error-boundary.ts';
import { selectFleets } from '../workspace/select-fleets.ts';
import { placementFilter, type Selection } from '../workspace/selection.ts';
import { exitCodes } from '../workspace/user-error.ts';
import { findWorkspace } from '../workspace/workspace.ts';

export interface ModelOptions extends Selection {
  readonly output: 'json' | 'yaml';
  readonly schema?: boolean;
}

/** `seatrial model`: prints the resolved fleet, a list of them when there are several; with `schema` its JSON Schema. */
export async function model(fleets: readonly string[], options: ModelOptions): Promise<number> {
  if (options.schema === true) return print(resolvedFleetJsonSchema(), options);
  const workspace = findWorkspace(process.cwd());
  const outcomes = await loadFleets(selectFleets(workspace, fleets), workspace, { charts: true });
  let code: number = exitCodes.fine;
  const resolved: ResolvedFleet[] = [];
  for (const outcome of outcomes) {
    if ('error' in outcome) {
      code = Math.max(code, await reportError(outcome.error));
      continue;
    }
    const { loaded } = outcome;
    await printFindings(loaded.findings, loaded.source, workspace, process.stderr);
    code = Math.max(code, exitCodeOf(loaded.findings));
    resolved.push(loaded.fleet);
  }
  const isSelected = placementFilter(resolved, options);
  const selected = resolved.map((fleet) => ({ ...fleet, placements: fleet.placements.filter(isSelected) }));
  if (selected.length > 0) print(selected.length === 1 ? selected[0] : selected, options);
  return code;
}

function print(value: unknown, { output }: ModelOptions): number {
  // Aliases would make the text of one part depend on another part.
  const text =
    output === 'yaml'
      ? stringify(value, { aliasDuplicateObjects: false })
      : `${JSON.stringify(value, undefined, 2)}\n`;
  process.stdout.write(text);
  return exitCodes.fine;
}
