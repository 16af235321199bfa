import type { Placement } from '@seatrial/compiler';
import { isHook } from '../../trial/differences/placement-objects.ts';
import type { Trial } from '../../trial/trial.ts';

/** How often each Job that is a hook was made since a moment: each run is an object of its own. */
export function hookRuns(
  trial: Trial,
  placements: readonly Placement[],
  since: number,
): { name: string; placement: string; runs: number }[] {
  return placements.flatMap(({ name, cluster, objects }) => {
    const { sightings } = trial.recorder(cluster);
    return objects
      .filter(({ object }) => object.kind === 'Job' && isHook(object) && !onlyAfterFailure(object))
      .map(({ object }) => {
        const made = sightings.filter(
          ({ type, at, object: seen }) =>
            type === 'ADDED' &&
            at >= since &&
            seen.kind === 'Job' &&
            seen.metadata.name === object.metadata.name &&
            seen.metadata.namespace === object.metadata.namespace,
        );
        const uids = new Set(made.map((one) => one.object.metadata['uid']));
        return { name: `${object.metadata.name} of ${name}`, placement: name, runs: uids.size };
      });
  });
}

function onlyAfterFailure({ metadata }: Placement['objects'][number]['object']): boolean {
  return metadata.annotations?.['argocd.argoproj.io/hook'] === 'SyncFail';
}
