import {
  applicationSetFindings,
  checkModel,
  inputsOf,
  ModelError,
  resolve,
  type Finding,
  type FleetModel,
  type Inputs,
  type ResolvedChart,
  type ResolvedFleet,
} from '@seatrial/compiler';
import type { ChartRendering } from '../helm/render-chart.ts';
import type { FleetFolder, Workspace } from '../workspace/workspace.ts';
import { modelData } from './model-data.ts';
import type { StartedModel } from './start-models.ts';
import { readForeignBases } from './read-foreign-bases.ts';
import { readVersions } from './read-versions.ts';
import { renderCharts } from './render-charts.ts';

/** A fleet on its way from the model to the resolved objects. */
export interface LoadedFleet {
  readonly source: FleetFolder;
  readonly model: FleetModel;
  /** What was read beside the model. */
  readonly inputs: Inputs;
  readonly fleet: ResolvedFleet;
  /** How each chart that has objects was rendered. */
  readonly renderings: ReadonlyMap<ResolvedChart, ChartRendering>;
  /** What the compiler has to say that does not make the model wrong. */
  readonly findings: readonly Finding[];
  /** What helm refused. */
  readonly chartFindings: readonly Finding[];
}

/**
 * Reads a fleet: takes its model, reads the files that it names, and resolves it. With `charts` the objects of charts
 * that the cache holds are part of it.
 * @throws UserError, ModelError, MissingFromCache
 */
export async function loadFleet(
  { source, answer }: StartedModel,
  workspace: Workspace,
  { charts }: { readonly charts: boolean },
): Promise<LoadedFleet> {
  const model = checkModel(modelData(await answer, source, workspace.root));
  checkName(model, source, workspace);
  const requests = inputsOf(model);
  const versions = readVersions(requests.versions, source, workspace.root);
  const bases = await readForeignBases(requests.bases, source, workspace.root);
  const inputs: Inputs = { versions, bases };
  const resolution = resolve(model, inputs);
  const { fleet } = resolution;
  const findings = [...resolution.findings, ...applicationSetFindings(fleet)];
  if (findings.some(({ severity }) => severity === 'error')) throw new ModelError(findings);
  const loaded = { source, model, inputs, findings };
  if (!charts) return { ...loaded, fleet, renderings: new Map(), chartFindings: [] };
  const { findings: chartFindings, ...rendered } = await renderCharts(fleet);
  return { ...loaded, ...rendered, chartFindings };
}

/** One name, one folder, one tree: that way no two fleets can own one path. */
function checkName(model: FleetModel, source: FleetFolder, workspace: Workspace): void {
  if (model.name === source.name) return;
  const other = workspace.fleets.find((fleet) => fleet.name === model.name);
  const finding: Finding = {
    code: 'SEA6003',
    severity: 'error',
    sentence:
      other === undefined
        ? `name: "${model.name}" is not the name of the fleet's folder, environments/${source.name}.`
        : `name: "${model.name}" is the fleet of ${other.shown}; two fleets cannot own clusters/${model.name}.`,
    hint: `Write \`name: '${source.name}'\`, or rename the folder.`,
    place: { model: ['name'] },
  };
  throw new ModelError([finding]);
}
