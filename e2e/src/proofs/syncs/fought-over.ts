import { describeObject, objectId, type KubernetesObject } from '@seatrial/compiler';
import { ignoredPaths } from '../../trial/differences/ignored-paths.ts';
import { placementObjects } from '../../trial/differences/placement-objects.ts';
import { without } from '../../trial/differences/paths.ts';
import type { Trial } from '../../trial/trial.ts';
import { lifeSightings } from '../order/life.ts';

/** Going back to an older content twice is not a rollout any more. */
const fightFrom = 2;

/**
 * Objects of a placement that were changed back and forth since a time of the run's clock, as sentences: besides Argo
 * CD somebody else writes them.
 */
export function foughtOver(trial: Trial, name: string, since: number): readonly string[] {
  const placement = trial.placement(name);
  const sightings = trial.recorder(placement.cluster).sightings.filter(({ at }) => at >= since);
  return placementObjects(placement).flatMap((object) => {
    const contents = lifeSightings(object, placement.namespace, sightings).map((sighting) =>
      contentOf(sighting.object),
    );
    const returns = returnsIn(contents);
    return returns < fightFrom
      ? []
      : [
          `${describeObject(objectId(object))} is written by somebody else, too: ${String(returns)} times it went back to what it had been`,
        ];
  });
}

/** How often a sequence comes back to a value that it had left. */
export function returnsIn(contents: readonly string[]): number {
  const steps = contents.filter((content, index) => content !== contents[index - 1]);
  return steps.filter((content, index) => steps.slice(0, index).includes(content)).length;
}

/** What people and engines write: annotations are where controllers keep their own count. */
function contentOf(object: KubernetesObject): string {
  return JSON.stringify(without(object, [...ignoredPaths(object, []), ['metadata', 'annotations']]));
}
