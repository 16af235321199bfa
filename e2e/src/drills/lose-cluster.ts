import { disturb, undo } from './disturb.ts';
import type { Injection } from './failover-drill.ts';
import type { Ground } from './ground.ts';
import type { Return } from './return-drill.ts';

/** A way to lose a cluster, and the way back. */
export interface Loss extends Injection {
  readonly back: Return;
}

/**
 * The region is gone: its API server ends at once. That nothing in it serves or writes any more cannot be seen, it is
 * declared; its pods are back with the API server, as they were.
 */
export function killed(ground: Ground, cluster: string): Loss {
  const { trial, data, state } = ground;
  const { apiServer } = trial.cluster(cluster);
  const what = `the API server of ${cluster} is killed`;
  return {
    what: `${what}, and with it the region: nothing there writes or replicates any more`,
    inject: () =>
      disturb(ground, what, {
        async begin() {
          state.lost.add(cluster);
          data.cut(cluster, trial.run.clock.now());
          await apiServer.kill();
        },
        end: () => apiServer.revive(),
      }),
    back: { what: `the API server of ${cluster} is started again`, comeBack: () => undo(ground, what) },
  };
}

/** Neither Argo CD nor the drill reaches the cluster, nor do its data the other side; it lives, and its pods serve on. */
export function partitioned(ground: Ground, cluster: string): Loss {
  const { trial, data } = ground;
  const { apiServer } = trial.cluster(cluster);
  const what = `${cluster} is cut off`;
  return {
    what: `${what} from Argo CD, from the detector, and from the other copy of the data; it lives`,
    inject: () =>
      disturb(ground, what, {
        async begin() {
          data.cut(cluster, trial.run.clock.now());
          await apiServer.cutOff();
        },
        end: () => apiServer.reconnect(),
      }),
    back: { what: `${cluster} is reachable again`, comeBack: () => undo(ground, what) },
  };
}

/** The API server hangs, and hears nothing of it. */
export async function freeze(ground: Ground, cluster: string): Promise<void> {
  const { apiServer } = ground.trial.cluster(cluster);
  await disturb(ground, frozen(cluster), {
    begin: () => apiServer.freeze(),
    end: () => apiServer.thaw(),
  });
}

export async function thaw(ground: Ground, cluster: string): Promise<void> {
  await undo(ground, frozen(cluster));
}

const frozen = (cluster: string): string => `the API server of ${cluster} hangs`;
