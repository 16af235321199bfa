import type { Placement } from '@seatrial/compiler';
import { wait } from '../../run/wait.ts';
import { lookAtStatus } from '../../trial/settle.ts';
import type { Trial } from '../../trial/trial.ts';
import { ownerOf } from '../changes/object-writes.ts';
import { refOf } from '../engine/ref-of.ts';
import { spareOf } from './with-foreign-object.ts';

/** Waits until the spare object is live as the placement's own, and nothing of the placement is under way any more. */
export async function spareThere(trial: Trial, placement: Placement): Promise<void> {
  const { name, cluster } = placement;
  const spare = spareOf(placement);
  await wait(trial.run, {
    awaited: `${name} has ${spare.kind} ${spare.metadata.name}`,
    within: 90,
    changes: trial.applicationChanges,
    look: async () => {
      const status = lookAtStatus(placement, trial.application(name), trial.published);
      if (!status.met) return status;
      const live = await trial.cluster(cluster).kubernetes.get(refOf(spare));
      if (live !== undefined && ownerOf(live) === name) return { met: true, value: undefined };
      return { met: false, seen: live === undefined ? 'it is not there' : 'it is there, and not its own' };
    },
  });
}
