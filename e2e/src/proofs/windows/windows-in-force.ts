import type { Placement } from '@seatrial/compiler';
import { wait } from '../../run/wait.ts';
import { field, listAt, textAt } from '../../trial/field.ts';
import type { Trial } from '../../trial/trial.ts';

/** Waits until the project of the placement holds the windows of what is published. */
export async function windowsInForce(trial: Trial, name: string): Promise<void> {
  const { kubernetes, namespace } = trial.argoCdOf(name);
  const { windows } = trial.placement(name);
  await wait(trial.run, {
    awaited: `the project of ${name} has the windows of the commit`,
    within: 90,
    look: async () => {
      const project = textAt(trial.application(name).object, 'spec', 'project') ?? 'default';
      const live = listAt(
        await kubernetes.get({
          apiVersion: 'argoproj.io/v1alpha1',
          kind: 'AppProject',
          namespace,
          name: project,
        }),
        'spec',
        'syncWindows',
      ).filter((window) => {
        const applications = listAt(window, 'applications');
        return applications.includes(name) || applications.includes('*');
      });
      const missing = windows.find((window) => !live.some((one) => isSame(one, window)));
      return missing === undefined && live.length === windows.length
        ? { met: true, value: undefined }
        : { met: false, seen: `${project} has ${live.map((one) => textAt(one, 'schedule')).join(', ')}` };
    },
  });
}

function isSame(live: unknown, window: Placement['windows'][number]): boolean {
  return (['kind', 'schedule', 'duration', 'timeZone'] as const).every(
    (name) => field(live, name) === window[name],
  );
}
