import type { ResolvedFleet } from '@seatrial/compiler';
import type { ValidateResult } from '@seatrial/validator';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { firstOf, schemasOfFleet } from '../validate/clusters-to-validate.ts';
import { setOfFleet } from '../validate/set-of-fleet.ts';
import { toolsOfOneRun } from '../validate/validation-tools.ts';
import type { EarlyEngine } from './early-engine.ts';
import type { FleetPart } from './fleet-task.ts';
import { validateFleetParts } from './validate-fleet-parts.ts';

/** A fleet and the parts of it that each want a verdict. */
export interface PartsToValidate {
  readonly loaded: LoadedFleet;
  readonly parts: readonly FleetPart[];
}

/**
 * Validates parts of fleets, one result each, with one engine for all of them and the answers of earlier runs.
 * @throws MissingFromCache
 */
export async function validateParts(
  fleets: readonly PartsToValidate[],
  root: string,
  engine: EarlyEngine,
): Promise<ReadonlyMap<FleetPart, ValidateResult>> {
  const known = await Promise.all(fleets.map((one) => schemasOfFleet(neededOf(one))));
  const schemas = firstOf(...known.map((one) => one.schemas));
  const { results, policies } = toolsOfOneRun();
  const tools = { engine: engine.open(schemas), schemas, results, policies: policies() };
  const found = new Map<FleetPart, ValidateResult>();
  try {
    for (const [index, { loaded, parts }] of fleets.entries()) {
      const set = setOfFleet(loaded, known[index]?.clusters ?? [], root);
      for (const [part, result] of await validateFleetParts(loaded, set, parts, tools)) {
        found.set(part, result);
      }
    }
    return found;
  } finally {
    results.save();
  }
}

/** The fleet with the clusters whose kinds a verdict asks for: the other ones need not be prepared. */
function neededOf({ loaded: { fleet }, parts }: PartsToValidate): ResolvedFleet {
  if (parts.some(({ kind }) => kind === 'fleet')) return fleet;
  const names = new Set([
    ...parts.flatMap((part) => (part.kind === 'cluster' ? [part.cluster] : [])),
    ...(parts.some(({ kind }) => kind === 'argo-cd')
      ? fleet.argoCd.instances.map(({ cluster }) => cluster)
      : []),
  ]);
  return { ...fleet, clusters: fleet.clusters.filter(({ name }) => names.has(name)) };
}
