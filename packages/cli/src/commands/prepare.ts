import { exitCodes } from '../workspace/user-error.ts';
import { findWorkspace } from '../workspace/workspace.ts';
import { reportError } from '../error-boundary.ts';
import { loadFleets } from '../load/load-fleets.ts';
import { startAll } from '../load/start-models.ts';
import { prepare as prepareNeeds } from '../prepare/prepare.ts';
import { tellHowLong, toolsOfRehearsals } from '../rehearse/tools-of-rehearsals.ts';
import { everydayTools, needsOfFleets } from './needs-of-fleets.ts';

export interface PrepareOptions {
  /** Also the programs that the local provider of a rehearsal starts. */
  readonly local: boolean;
}

/** `seatrial prepare`: the only command that downloads or builds. It looks at every fleet of the workspace. */
export async function prepare({ local }: PrepareOptions): Promise<number> {
  const workspace = findWorkspace(process.cwd());
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  // A fleet that uses Kustomize bases is known only when kustomize can build them.
  await prepareNeeds({ tools: everydayTools.slice(0, 1), kubernetes: [], definitions: [], charts: [] }, say);
  const outcomes = await loadFleets(startAll(workspace, workspace.fleets), { charts: false });
  const fleets = outcomes.flatMap((outcome) => ('loaded' in outcome ? [outcome.loaded.fleet] : []));
  const needs = needsOfFleets(fleets);
  const tools = local ? [...needs.tools, ...toolsOfRehearsals] : needs.tools;
  if (local) tellHowLong(say);
  const { charts } = await prepareNeeds({ ...needs, tools }, say);
  let code: number = exitCodes.fine;
  for (const outcome of outcomes)
    if ('error' in outcome) code = Math.max(code, await reportError(outcome.error));
  const reached = charts.filter((chart) => 'path' in chart).length;
  const ofCharts = charts.length === 0 ? '' : `; ${reached} of ${charts.length} charts are in the cache`;
  say(`Prepared for ${fleets.map(({ name }) => name).join(', ') || 'no fleet'}${ofCharts}.`);
  return code;
}
