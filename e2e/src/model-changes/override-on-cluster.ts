import type { FleetModel } from '@seatrial/compiler';
import { isSettings, withApplication, type Settings } from './with-application.ts';

/** Two overrides as one: merged, they do what one after the other does. So `null`, which removes, stays. */
export function mergeOverrides(first: unknown, second: unknown): unknown {
  if (!isSettings(first) || !isSettings(second)) return second;
  const merged: Record<string, unknown> = { ...first };
  for (const [key, value] of Object.entries(second))
    merged[key] = key in first ? mergeOverrides(first[key], value) : value;
  return merged;
}

/** The model with one more override of an application on a cluster, after those that it has. */
export function overrideOnCluster(
  model: FleetModel,
  application: string,
  cluster: string,
  override: Settings,
): FleetModel {
  return withApplication(model, application, (settings) => {
    const perCluster = isSettings(settings['perCluster']) ? settings['perCluster'] : {};
    return {
      ...settings,
      perCluster: { ...perCluster, [cluster]: mergeOverrides(perCluster[cluster], override) },
    };
  });
}
