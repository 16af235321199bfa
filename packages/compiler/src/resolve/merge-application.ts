import { applicationSchema, componentKinds, type LongApplication } from '../model/application.ts';
import type { FleetModel } from '../model/fleet.ts';
import { checkSchema } from '../model/schema-problems.ts';
import { longApplication } from '../model/short-forms.ts';
import { isRecord, mergePatch } from '../objects/merge-patch.ts';
import type { Problem } from './context.ts';
import type { ApplicationModel, PlaceOfPlacement } from './place.ts';

/** One override and where it stands in the application. */
export interface Layer {
  readonly path: readonly string[];
  readonly override: Readonly<Record<string, unknown>>;
}

/** The application without what says where it goes. */
export function ownFields(application: ApplicationModel): Record<string, unknown> {
  const { on: _on, after: _after, perEnvironment: _e, perRole: _r, perCluster: _c, ...own } = application;
  return own;
}

/** The overrides of a placement: environment, then role, then cluster. */
export function layersOf(model: FleetModel, place: PlaceOfPlacement): Layer[] {
  const application = model.applications[place.application];
  const role = model.clusters[place.cluster]?.role;
  const layers: [string[], unknown][] = [
    [['perEnvironment', place.environment], application?.perEnvironment?.[place.environment]],
    [['perRole', role ?? ''], role === undefined ? undefined : application?.perRole?.[role]],
    [['perCluster', place.cluster], application?.perCluster?.[place.cluster]],
  ];
  return layers.flatMap(([path, override]) => (isRecord(override) ? [{ path, override }] : []));
}

function reaches(value: unknown, path: readonly string[]): boolean {
  const [key, ...rest] = path;
  return key === undefined || (isRecord(value) && key in value && reaches(value[key], rest));
}

/** Where in the application a merged value was written: in the last override that has it, else in the application itself. */
export function writtenAt(layers: readonly Layer[], path: readonly string[]): readonly string[] {
  const layer = layers.findLast(({ override }) => reaches(override, path));
  return layer === undefined ? path : [...layer.path, ...path];
}

/** Components that an earlier override left out and this one changes: merged, only a fragment of them would come back. */
function checkRemoved(merged: unknown, layer: Layer, report: (problem: Problem) => void): void {
  for (const kind of componentKinds) {
    const changed = layer.override[kind];
    const there = isRecord(merged) ? merged[kind] : undefined;
    if (!isRecord(changed)) continue;
    for (const [name, change] of Object.entries(changed)) {
      if (change === null || (isRecord(there) && name in there)) continue;
      report({
        code: 'SEA1021',
        sentence: `"${name}" is changed here and an override that comes before leaves it out`,
        hint: 'write null here too, or do not leave it out: overrides apply in the order environment, role, cluster',
        path: [kind, name],
      });
    }
  }
}

/** Merges the overrides by the one rule and checks the result; undefined after a problem was reported. */
export function mergeApplication(
  own: Readonly<Record<string, unknown>>,
  layers: readonly Layer[],
  report: (problem: Problem) => void,
): LongApplication | undefined {
  let merged: unknown = longApplication(own);
  for (const layer of layers) {
    checkRemoved(merged, layer, report);
    merged = mergePatch(merged, longApplication(layer.override));
  }
  const checked = checkSchema(applicationSchema, merged);
  if ('value' in checked) return checked.value;
  for (const { path, sentence, hint } of checked.problems) report({ code: 'SEA1001', path, sentence, hint });
  return undefined;
}
