import { wishesHeard } from '../trial/wishes-heard.ts';
import type { Ground } from './ground.ts';

/** Brings everything back to where it was before the first drill, however the drills ended. */
export async function restore(ground: Ground): Promise<void> {
  const { trial, state, entry, data, hosts, pair, model } = ground;
  // In the order in which it was broken: a cluster that is dead comes back before Argo CD is let to it.
  for (const [what, end] of state.undo) {
    state.undo.delete(what);
    await end();
  }
  const { clock } = trial.run;
  for (const cluster of [pair.active, pair.standby]) data.join(cluster, clock.now());
  state.lost.clear();
  state.fenced.clear();
  state.pending.clear();
  if (trial.published.model !== model) {
    // Roles first, in a commit of their own: what is wrong with a swap must not stay.
    if (state.active !== pair.active) {
      await trial.publish(`${model.name}: roles as before the drills`, model);
      await wishesHeard(trial);
    }
    await trial.publish(`${model.name}: as it was before the drills`, model);
  }
  state.active = pair.active;
  state.beforeFailover = undefined;
  state.rollback = undefined;
  state.broken = false;
  state.latched = false;
  await trial.refresh();
  await trial.settle();
  for (const cluster of [pair.active, pair.standby]) entry.withdraw(cluster);
  for (const { host } of hosts) entry.send(host, pair.active);
  if (data.writer !== pair.active) data.promote(pair.active, data.epoch + 1, clock.now());
}
