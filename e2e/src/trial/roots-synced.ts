import { wait } from '../run/wait.ts';
import { describeApplication } from './settle.ts';
import type { Application, Trial } from './trial.ts';

/** Waits until every Application, project and set is as it is in git. */
export async function rootsSynced(trial: Trial, within: number): Promise<void> {
  const { commits, fleet } = trial.published;
  const pushed = new Set(Object.values(commits));
  await wait(trial.run, {
    awaited: 'the roots are synced to what was pushed',
    within,
    changes: trial.applicationChanges,
    look: () => {
      const late = trial.applications().find((one) => one.name === fleet.name && !isSynced(one, pushed));
      return late === undefined
        ? { met: true, value: undefined }
        : { met: false, seen: `${late.name}: ${describeApplication(late)}` };
    },
  });
}

/** Its health is another matter: it counts placements that wait for a person. */
function isSynced({ sync, revision }: Application, commits: ReadonlySet<string>): boolean {
  return sync === 'Synced' && commits.has(revision ?? '');
}
