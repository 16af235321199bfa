import { Disproof, Timeout } from '../../run/outcome-errors.ts';
import { describeApplication } from '../../trial/settle.ts';
import { short, wantedRevision } from '../../trial/tree-revision.ts';
import { listAt, textAt } from '../../trial/field.ts';
import { foughtOver } from './fought-over.ts';
import type { Application, Trial } from '../../trial/trial.ts';

/**
 * Waits until a placement is where git is. When it does not come, the question is who is wrong: an Argo CD that is still
 * at work is late; one that says it is done, and is not, disproves.
 * @throws Timeout, Disproof
 */
export async function settleOrDisprove(trial: Trial, name: string, within?: number): Promise<void> {
  const begun = trial.run.clock.now();
  try {
    await trial.settle({ placements: [name], ...(within === undefined ? {} : { within }) });
  } catch (error) {
    if (!(error instanceof Timeout)) throw error;
    const application = trial.application(name);
    const wanted = wantedRevision(trial.placement(name), application, trial.published);
    const { sync, revision, operation } = application;
    const fights = foughtOver(trial, name, begun);
    if (fights.length > 0) throw new Disproof(fights.join('; '), { cause: error });
    if (operation?.phase === 'Running') throw error;
    if (sync === 'Synced' && revision !== wanted) {
      throw new Disproof(
        `Argo CD says that ${name} is Synced at ${short(revision)}, but ${short(wanted)} was pushed and it was asked to look`,
        { cause: error },
      );
    }
    if (sync === 'Synced') {
      const differences = await trial.differences(name);
      if (differences.length > 0) {
        throw new Disproof(`Argo CD says that ${name} is Synced, but ${differences.join('; ')}`, {
          cause: error,
        });
      }
    }
    if (sync === 'OutOfSync' && operation?.phase === 'Succeeded' && operation.revision === wanted) {
      throw new Disproof(
        `Argo CD synced ${name} to ${short(wanted)}, and it is still OutOfSync: ${outOfSync(application).join(', ')}`,
        { cause: error },
      );
    }
    if (operation?.phase === 'Failed' || operation?.phase === 'Error') {
      throw new Disproof(`Argo CD gave ${name} up: ${describeApplication(application)}`, { cause: error });
    }
    throw error;
  }
}

function outOfSync({ object }: Application): readonly string[] {
  return listAt(object, 'status', 'resources')
    .filter((resource) => textAt(resource, 'status') === 'OutOfSync')
    .map((resource) => `${textAt(resource, 'kind') ?? ''} ${textAt(resource, 'name') ?? ''}`);
}
