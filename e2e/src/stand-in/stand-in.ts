import type { ResolvedFleet } from '@seatrial/compiler';
import type { StandIn } from '../lab/lab.ts';
import { replaceCharts } from './charts/replace-charts.ts';
import { replaceCommits } from './commits.ts';
import { replaceDeadlines } from './deadlines.ts';
import { replacePods } from './pods/replace-pods.ts';
import type { Replace, Replacement } from './replacement.ts';
import { replaceRepositories } from './repositories.ts';
import { replaceSecretStores } from './secrets/replace-secret-stores.ts';
import { tableOf } from './table-of.ts';
import { replaceWebhooks } from './webhooks.ts';
import { replaceWindows } from './windows.ts';
import type { World } from './world.ts';

/** In this order: charts are told by where they really come from, so addresses change after them. */
const replacing: readonly Replace[] = [
  replaceCharts,
  replaceRepositories,
  replaceCommits,
  replaceSecretStores,
  replaceDeadlines,
  replaceWindows,
  replaceWebhooks,
  replacePods,
];

/**
 * Everything that a rehearsal cannot have, replaced; and the list of it, which is the report's stand-in table. The trees
 * that are pushed are made of the result, and live objects are held to it. Pure; twice is the same as once.
 * @throws Infrastructure where the world has nothing in the place of what the fleet names
 */
export function standIn(
  fleet: ResolvedFleet,
  world: World,
): { readonly fleet: ResolvedFleet; readonly standIns: readonly StandIn[] } {
  let current = fleet;
  const replacements: Replacement[] = [];
  for (const replace of replacing) {
    const replaced = replace(current, world);
    current = replaced.fleet;
    replacements.push(...replaced.replacements);
  }
  return { fleet: current, standIns: tableOf(fleet, replacements) };
}
