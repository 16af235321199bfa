import type { Place, Placement, ResolvedFleet } from '@seatrial/compiler';
import { suppress, validate, type ValidateResult } from '@seatrial/validator';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { isEverything, selectsArgoCd, type Selection } from '../workspace/selection.ts';
import { firstOf, schemasOfFleet } from './clusters-to-validate.ts';
import { setOfFleet } from './set-of-fleet.ts';
import { takeoversOfFleet } from './takeovers-of-fleet.ts';
import { toolsOfOneRun, type ValidationTools } from './validation-tools.ts';

/** A fleet and what was found of it, what the compiler has to say included. */
export interface ValidatedFleet {
  readonly loaded: LoadedFleet;
  readonly result: ValidateResult;
}

/**
 * Validates fleets, one result each, with one engine for all of them and the answers of earlier runs. References are
 * looked up in the whole fleet; what is said is of the selected placements.
 * @throws MissingFromCache when kubeconform or the schemas of a cluster are not prepared
 */
export async function validateFleets(
  fleets: readonly LoadedFleet[],
  root: string,
  selection: Selection,
  isSelected: (placement: Placement) => boolean,
  tools: ValidationTools = toolsOfOneRun(),
): Promise<readonly ValidatedFleet[]> {
  const known = await Promise.all(fleets.map(({ fleet }) => schemasOfFleet(fleet)));
  const schemas = firstOf(...known.map((one) => one.schemas));
  const { results, keep } = tools;
  const engine = tools.engine(schemas);
  const policies = tools.policies();
  try {
    const validated: ValidatedFleet[] = [];
    for (const [index, loaded] of fleets.entries()) {
      const { fleet } = loaded;
      const set = setOfFleet(loaded, known[index]?.clusters ?? [], root, keep);
      const selected = isEverything(selection)
        ? {}
        : { isSelected: placeFilter(fleet, selection, isSelected) };
      const takeovers = await takeoversOfFleet(loaded);
      const memory = tools.memoryOf?.(fleet.name);
      const kept = memory === undefined ? {} : { memory };
      const request = { set, fleet, takeovers, schemas, engine, policies, results, ...selected, ...kept };
      const result = await validate(request);
      const found = [...loaded.findings, ...loaded.chartFindings, ...result.findings];
      const findings = suppress(found, fleet.suppress ?? [], isEverything(selection));
      validated.push({ loaded, result: { ...result, findings } });
    }
    return validated;
  } finally {
    await engine.close();
    results.save();
  }
}

/** Whether a place is of a selected placement, or of Argo CD where that is selected. */
function placeFilter(
  { placements }: ResolvedFleet,
  selection: Selection,
  isSelected: (placement: Placement) => boolean,
): (place: Place) => boolean {
  const keyOf = ({ application, environment, cluster }: Place): string =>
    [application, environment, cluster].join('/');
  const chosen = new Set(placements.filter(isSelected).map(keyOf));
  return (place) =>
    place.application === undefined || place.environment === undefined
      ? selectsArgoCd(selection)
      : chosen.has(keyOf(place));
}
