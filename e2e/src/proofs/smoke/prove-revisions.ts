import { Disproof } from '../../run/outcome-errors.ts';
import { awaitStatus, describeApplication, lookAtStatus } from '../../trial/settle.ts';
import { short } from '../../trial/tree-revision.ts';
import type { Notes, Trial } from '../../trial/trial.ts';

/** Compares what every Application of one Argo CD says with what was pushed. */
export async function proveRevisions(trial: Trial, cluster: string, notes: Notes): Promise<void> {
  const { published } = trial;
  const instance = published.fleet.argoCd.instances.find((each) => each.cluster === cluster);
  const placements = published.fleet.placements.filter(
    ({ name, sync }) => sync.automated && instance?.placements.includes(name) === true,
  );
  await Promise.all(placements.map(async ({ name }) => await awaitStatus(trial, name)));
  const wrong = placements.flatMap((placement) => {
    const application = trial.application(placement.name);
    const status = lookAtStatus(placement, application, published);
    return status.met ? [] : [`${placement.name}: ${describeApplication(application)}`];
  });
  if (wrong.length > 0) throw new Disproof(wrong.join('; '));
  const commits = [...new Set(placements.map(({ revision }) => short(published.commits[revision])))];
  notes.saw(`${String(placements.length)} Applications are Synced and Healthy at ${commits.join(', ')}`);
  const byHand = published.fleet.placements.filter(
    ({ name, sync }) => !sync.automated && instance?.placements.includes(name) === true,
  );
  if (byHand.length > 0) {
    notes.saw(`a person syncs ${byHand.map(({ name }) => name).join(', ')}: not looked at here`);
  }
}
