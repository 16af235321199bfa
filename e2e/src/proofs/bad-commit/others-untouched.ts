import { Disproof } from '../../run/outcome-errors.ts';
import { isHook } from '../../trial/differences/placement-objects.ts';
import type { Notes, Trial } from '../../trial/trial.ts';
import { writesSince } from '../changes/object-writes.ts';
import { operationMark } from '../engine/await-application.ts';

/** No placement but the wrong ones was synced or written. `before`: what {@link operationMark} said of each Application. */
export async function othersUntouched(
  trial: Trial,
  {
    wrong,
    before,
    since,
    notes,
  }: {
    wrong: ReadonlySet<string>;
    before: ReadonlyMap<string, string>;
    since: number;
    notes: Notes;
  },
): Promise<void> {
  const others = trial.published.fleet.placements.filter(({ name }) => !wrong.has(name));
  for (const { name } of others)
    if (operationMark(trial.application(name)) !== before.get(name))
      throw new Disproof(`${name}, which the bad commit does not touch, was synced`);
  const names = new Set(others.map(({ name }) => name));
  for (const cluster of new Set(others.map((one) => one.cluster))) {
    const write = writesSince(trial.recorder(cluster).sightings, since).find(
      ({ owner, object }) => owner !== undefined && names.has(owner) && !isHook(object),
    );
    if (write !== undefined)
      throw new Disproof(`${write.text} on ${cluster}, which the bad commit does not touch`);
  }
  notes.saw(`the other ${others.length} placements were neither synced nor written`);
}
