import { availableParallelism } from 'node:os';
import {
  recoverTree,
  refusedLinks,
  treeLocation,
  type Finding,
  type ResolvedFleet,
} from '@seatrial/compiler';
import pLimit from 'p-limit';
import { reportError } from '../error-boundary.ts';
import { exitCodeOf, countFindings, printFindings } from '../findings/print-findings.ts';
import { chartsByReference, textOfReferences } from '../load/charts-by-reference.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { loadFleets } from '../load/load-fleets.ts';
import type { StartedModels } from '../load/start-models.ts';
import { engineRoots, placementRoots } from '../verify/roots-of-fleet.ts';
import { verifyChart } from '../verify/verify-charts.ts';
import { verifyRoots } from '../verify/verify-roots.ts';
import { placementFilter, selectsArgoCd, type IsSelected, type Selection } from '../workspace/selection.ts';
import { exitCodes } from '../workspace/user-error.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** `seatrial verify`: the committed tree, built by real kustomize and helm, is exactly what the model means. */
export async function verify(started: StartedModels, selection: Selection): Promise<number> {
  const { workspace } = started;
  const outcomes = await loadFleets(started, { charts: true });
  const loaded = outcomes.flatMap((outcome) => ('loaded' in outcome ? [outcome.loaded] : []));
  const isSelected = await placementFilter(
    loaded.map(({ fleet }) => fleet),
    selection,
  );
  let code: number = exitCodes.fine;
  for (const outcome of outcomes) {
    const ended =
      'error' in outcome
        ? reportError(outcome.error)
        : verifyOne(outcome.loaded, workspace, selection, isSelected);
    code = Math.max(code, await ended);
  }
  return code;
}

async function verifyOne(
  loaded: LoadedFleet,
  workspace: Workspace,
  selection: Selection,
  isSelected: IsSelected,
): Promise<number> {
  const { fleet, source } = loaded;
  const began = performance.now();
  const location = treeLocation(workspace.root, fleet.name);
  await recoverTree(location);
  const links = refusedLinks(location);
  if (links.length > 0) {
    await printFindings(links, source, workspace, process.stdout);
    return exitCodes.findings;
  }
  const placements = fleet.placements.filter(isSelected);
  // Argo CD's own folder first: it has an object for each placement, so that kustomize takes longest over it.
  const roots = [
    ...(selectsArgoCd(selection) ? engineRoots(fleet, workspace.root) : []),
    ...placementRoots(fleet, workspace.root, placements),
  ];
  const [ofRoots, ofCharts] = await Promise.all([
    verifyRoots(roots, workspace.root),
    verifyCharts(loaded, workspace.root, isSelected),
  ]);
  const findings = [
    ...loaded.findings.filter(({ severity }) => severity === 'error'),
    ...ofRoots,
    ...ofCharts.findings,
  ];
  await printFindings(findings, source, workspace, process.stdout);
  const objects = roots.reduce((sum, root) => sum + root.expected.length, 0);
  const seconds = ((performance.now() - began) / 1000).toFixed(2);
  const verdict = findings.length === 0 ? 'as the model means them' : countFindings(findings);
  const checked = `${roots.length} roots with ${objects} objects, ${ofCharts.checked} charts with ${ofCharts.objects} objects`;
  process.stdout.write(`${fleet.name}: ${checked}: ${verdict} (${seconds} s)\n`);
  process.stdout.write(textOfReferences(chartsByReference(placements)));
  return exitCodeOf(findings);
}

interface VerifiedCharts {
  readonly findings: readonly Finding[];
  readonly checked: number;
  readonly objects: number;
}

async function verifyCharts(
  { fleet, renderings }: LoadedFleet,
  repository: string,
  isSelected: IsSelected,
): Promise<VerifiedCharts> {
  const limit = pLimit(availableParallelism());
  const charts = chartsOf(fleet, isSelected).flatMap(({ placement, chart }) => {
    const rendering = renderings.get(chart);
    return rendering === undefined ? [] : [{ placement, chart, rendering }];
  });
  const findings = await Promise.all(
    charts.map((chart) => limit(() => verifyChart(fleet, repository, chart))),
  );
  const objects = charts.reduce((sum, { chart }) => sum + (chart.objects?.length ?? 0), 0);
  return { findings: findings.flat(), checked: charts.length, objects };
}

function chartsOf(fleet: ResolvedFleet, isSelected: IsSelected) {
  return fleet.placements
    .filter(isSelected)
    .flatMap((placement) => placement.charts.map((chart) => ({ placement, chart })));
}
