import { wait } from '../run/wait.ts';
import { refreshAnnotation } from './refresh.ts';
import type { Application, Trial } from './trial.ts';

/**
 * Waits until Argo CD has looked wherever it was asked to. Who asks again before loses that: when it has looked, it takes
 * away the annotation as it was in between. Source: persistAppStatus in controller/appcontroller.go of Argo CD 3.4.
 */
export async function wishesHeard(trial: Trial): Promise<void> {
  await wait(trial.run, {
    awaited: 'Argo CD has looked wherever it was asked to',
    within: 30,
    changes: trial.applicationChanges,
    look: () => {
      const unheard = trial.applications().filter(hasWish);
      return unheard.length === 0
        ? { met: true, value: undefined }
        : { met: false, seen: `not yet at ${unheard.map(({ name }) => name).join(', ')}` };
    },
  });
}

export function hasWish({ object }: Application): boolean {
  return refreshAnnotation in (object?.metadata.annotations ?? {});
}
