import type { ResolvedChart } from '../../resolved/chart.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { Placement } from '../../resolved/placement.ts';
import { isRecord } from '../../objects/merge-patch.ts';
import { yamlText } from '../yaml/yaml-text.ts';
import { baseFolder, placementFolder } from './folders.ts';
import { jsonEqual } from './json-equal.ts';
import { applicationOf } from './placement-layer.ts';

type Values = Readonly<Record<string, unknown>>;

/** The value files of one chart of a placement, from the repository's root, in the order in which Helm merges them. */
export function chartValueFiles(fleet: ResolvedFleet, placement: Placement, chart: ResolvedChart): string[] {
  return [...valueFiles(fleet, placement, chart).keys()].map((path) => `${fleet.tree}/${path}`);
}

/** The value files of one chart of a placement: path relative to the tree, and text. */
export function valueFiles(
  fleet: ResolvedFleet,
  placement: Placement,
  chart: ResolvedChart,
): ReadonlyMap<string, string> {
  const file = `values/${chart.component}.yaml`;
  const base = applicationOf(fleet, placement).chartValues[chart.component] ?? {};
  const extension = isEmpty(base) ? undefined : helmExtension(base, chart.values);
  const files = new Map<string, string>();
  if (extension !== undefined) files.set(`${baseFolder(placement.application)}/${file}`, yamlText(base));
  const own = extension ?? chart.values;
  if (!isEmpty(own)) files.set(`${placementFolder(placement)}/${file}`, yamlText(own));
  return files;
}

/**
 * What a second value file has to hold so that Helm's merge (maps merge, lists and scalars replace) of both yields
 * `values`; undefined where it would have to take a key away.
 */
export function helmExtension(base: Values, values: Values): Values | undefined {
  const extension: Record<string, unknown> = {};
  if (Object.keys(base).some((key) => !Object.hasOwn(values, key))) return undefined;
  for (const [key, value] of Object.entries(values)) {
    const old = base[key];
    if (Object.hasOwn(base, key) && jsonEqual(old, value)) continue;
    const merged = isRecord(old) && isRecord(value) ? helmExtension(old, value) : value;
    if (merged === undefined) return undefined;
    extension[key] = merged;
  }
  return extension;
}

function isEmpty(values: Values): boolean {
  return Object.keys(values).length === 0;
}
