import { Disproof } from '../../run/outcome-errors.ts';
import { short, wantedRevision } from '../../trial/tree-revision.ts';
import type { Trial } from '../../trial/trial.ts';
import { writesSince } from '../changes/object-writes.ts';
import { awaitApplication } from '../engine/await-application.ts';
import { refOf } from '../engine/ref-of.ts';
import { disturbance } from '../engine/disturbance.ts';
import type { PruneTurn } from './prove-pruned.ts';

/** Seconds for which the object has to stay. */
const hold = 3;

/** Prune is off: the object stays, the placement says that it is there too much, and a person takes it away. */
export async function proveKept(
  trial: Trial,
  { placement, planned, after, spare, notes }: PruneTurn,
): Promise<void> {
  const { name, cluster } = placement;
  const { kubernetes } = trial.cluster(cluster);
  if (planned.kept.length === 0) throw new Error(`the plan does not say that ${name} keeps anything`);
  const behind = await awaitApplication(trial, name, {
    awaited: 'shows that it has an object too much',
    within: 90,
    met: (one) => one.sync === 'OutOfSync' && one.revision === wantedRevision(placement, one, after),
  });
  await disturbance(trial, placement, { seconds: hold });
  const gone = writesSince(trial.recorder(cluster).sightings, after.at).find(
    ({ what, owner }) => what === 'deleted' && owner === name,
  );
  if (gone !== undefined) throw new Disproof(`${gone.text}, although ${name} does not prune`);
  if ((await kubernetes.get(refOf(spare))) === undefined)
    throw new Disproof(`${spare.kind} ${spare.metadata.name} is gone, although ${name} does not prune`);
  notes.saw(
    `${short(behind.revision)}: OutOfSync for ${hold} s, and ${spare.kind} ${spare.metadata.name} stays`,
  );
  await kubernetes.delete(refOf(spare));
  await trial.settle({ placements: [name], within: 30 });
  notes.saw('a person deletes it: in step again');
}
