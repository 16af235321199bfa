import type { Placement } from '@seatrial/compiler';
import { validate, type ValidateResult } from '@seatrial/validator';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { isEverything, selectsArgoCd, type Selection } from '../workspace/selection.ts';
import { firstOf, schemasOfFleet } from './clusters-to-validate.ts';
import { objectsToValidate } from './objects-to-validate.ts';
import { openEngine } from './open-engine.ts';
import { resultFile } from './result-file.ts';

/**
 * Validates fleets, one result each, with one engine for all of them and the answers of earlier runs.
 * @throws MissingFromCache when kubeconform or the schemas of a cluster are not prepared
 */
export async function validateFleets(
  fleets: readonly LoadedFleet[],
  selection: Selection,
  isSelected: (placement: Placement) => boolean,
): Promise<readonly ValidateResult[]> {
  const known = await Promise.all(fleets.map(({ fleet }) => schemasOfFleet(fleet)));
  const schemas = firstOf(...known.map((one) => one.schemas));
  const engine = openEngine(schemas);
  const results = resultFile();
  const everything = isEverything(selection);
  try {
    const validated: ValidateResult[] = [];
    for (const [index, loaded] of fleets.entries()) {
      const engines = selectsArgoCd(selection) ? loaded.fleet.argoCd.instances : [];
      const chosen = new Set(
        [...loaded.fleet.placements.filter(isSelected), ...engines].map(({ cluster }) => cluster),
      );
      const clusters = (known[index]?.clusters ?? []).filter(({ name }) => everything || chosen.has(name));
      const objects = objectsToValidate(loaded, isSelected, selectsArgoCd(selection));
      validated.push(await validate({ clusters, objects, schemas, engine, results }));
    }
    return validated;
  } finally {
    await engine.close();
    results.save();
  }
}
