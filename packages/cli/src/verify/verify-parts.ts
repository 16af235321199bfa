import { availableParallelism } from 'node:os';
import {
  recoverTree,
  refusedLinks,
  treeLocation,
  type Finding,
  type Placement,
  type ResolvedFleet,
} from '@seatrial/compiler';
import pLimit from 'p-limit';
import { locateFindings } from '../findings/located-finding.ts';
import { countFindings, exitCodeOf } from '../findings/print-findings.ts';
import { textOfFindings } from '../findings/text-of-findings.ts';
import { chartsByReference, textOfReferences } from '../load/charts-by-reference.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';
import type { IsSelected } from '../workspace/selection.ts';
import type { Told } from '../workspace/told.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { engineRoots, placementRoots, type Root } from './roots-of-fleet.ts';
import { verifyChart } from './verify-charts.ts';
import { verifyRoots } from './verify-roots.ts';

/** What one verdict is about. */
export interface PartToVerify {
  readonly isSelected: IsSelected;
  /** Whether what Argo CD itself is told is of the part. */
  readonly argoCd: boolean;
}

/**
 * Builds the committed tree of a fleet with real kustomize and helm, and compares it with the model: one verdict for each
 * part, and one kustomize for all of them.
 * @throws TreeError, MissingFromCache
 */
export async function verifyParts(
  loaded: LoadedFleet,
  workspace: Workspace,
  parts: readonly PartToVerify[],
): Promise<readonly Told[]> {
  const { fleet } = loaded;
  const began = performance.now();
  const location = treeLocation(workspace.root, fleet.name);
  await recoverTree(location);
  const links = refusedLinks(location);
  if (links.length > 0) {
    const out = await text(links, loaded, workspace);
    return parts.map(() => ({ out, err: '', code: exitCodeOf(links) }));
  }
  const planned = parts.map((part) => ({ part, roots: rootsOf(part, fleet, workspace.root) }));
  const [ofRoots, ofCharts] = await Promise.all([
    verifyRoots(
      planned.flatMap(({ roots }) => roots),
      workspace.root,
    ),
    Promise.all(parts.map(({ isSelected }) => verifyCharts(loaded, workspace.root, isSelected))),
  ]);
  const seconds = ((performance.now() - began) / 1000).toFixed(2);
  return Promise.all(
    planned.map(async ({ part, roots }, index) => {
      const placements = fleet.placements.filter(part.isSelected);
      const charts = ofCharts[index] ?? noCharts;
      const findings = [
        ...loaded.chartFindings.filter(({ place }) => isOfPart(place, placements)),
        ...roots.flatMap((root) => ofRoots.get(root) ?? []),
        ...charts.findings,
      ];
      const objects = roots.reduce((sum, root) => sum + root.expected.length, 0);
      const verdict = findings.length === 0 ? 'as the model means them' : countFindings(findings);
      const checked = `${roots.length} roots with ${objects} objects, ${charts.checked} charts with ${charts.objects} objects`;
      return {
        out: [
          await text(findings, loaded, workspace),
          `${fleet.name}: ${checked}: ${verdict} (${seconds} s)\n`,
          textOfReferences(chartsByReference(placements)),
        ].join(''),
        err: '',
        code: exitCodeOf(findings),
      };
    }),
  );
}

/** Argo CD's own folder first: it has an object for each placement, so that kustomize takes longest over it. */
function rootsOf({ isSelected, argoCd }: PartToVerify, fleet: ResolvedFleet, root: string): readonly Root[] {
  return [
    ...(argoCd ? engineRoots(fleet, root) : []),
    ...placementRoots(fleet, root, fleet.placements.filter(isSelected)),
  ];
}

function isOfPart(place: Finding['place'], placements: readonly Placement[]): boolean {
  return placements.some(
    ({ application, environment, cluster }) =>
      application === place.application && environment === place.environment && cluster === place.cluster,
  );
}

async function text(
  findings: readonly Finding[],
  { source }: LoadedFleet,
  workspace: Workspace,
): Promise<string> {
  return textOfFindings(await locateFindings(findings, source, workspace), process.stdout);
}

interface VerifiedCharts {
  readonly findings: readonly Finding[];
  readonly checked: number;
  readonly objects: number;
}

const noCharts: VerifiedCharts = { findings: [], checked: 0, objects: 0 };
const limit = pLimit(availableParallelism());

async function verifyCharts(
  { fleet, renderings }: LoadedFleet,
  repository: string,
  isSelected: IsSelected,
): Promise<VerifiedCharts> {
  const charts = fleet.placements.filter(isSelected).flatMap((placement) =>
    placement.charts.flatMap((chart) => {
      const rendering = renderings.get(chart);
      return rendering === undefined ? [] : [{ placement, chart, rendering }];
    }),
  );
  const findings = await Promise.all(
    charts.map((chart) => limit(() => verifyChart(fleet, repository, chart))),
  );
  const objects = charts.reduce((sum, { chart }) => sum + (chart.objects?.length ?? 0), 0);
  return { findings: findings.flat(), checked: charts.length, objects };
}
