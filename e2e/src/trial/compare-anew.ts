import type { Knob } from '../lab/lab.ts';
import { numberAt } from './field.ts';
import type { Trial } from './trial.ts';

/** So many self-heals of one commit, one after the other, should have been enough. */
const inVain = 10;

/**
 * Asks Argo CD to compare an Application anew after the tenth self-heal of a commit, and whenever their number has doubled: where
 * somebody else writes, too, asking does not help.
 *
 * Right after a definition was made, Argo CD 3.4.2 may not know yet that its kind belongs to no namespace: it compares the
 * object with one that has a namespace, and keeps that answer for as long as neither the object nor the commit changes
 * (DeduplicateTargetObjects and useDiffCache in controller/state.go, diffArrayCached in util/argo/diff). Only a comparison
 * that has expired ends this, and each heal is a comparison: with the usual back-off of self-heal it takes minutes,
 * without one it would never end.
 */
export function compareAnew(trial: Trial): { close(): void } {
  const asked = new Map<string, number>();
  const look = (): void => {
    for (const { name, object } of trial.applications()) {
      const heals =
        numberAt(object, 'status', 'operationState', 'operation', 'sync', 'autoHealAttemptsCount') ?? 0;
      const times = heals < inVain ? 0 : 1 + Math.floor(Math.log2(heals / inVain));
      const before = asked.get(name) ?? 0;
      asked.set(name, times);
      if (times <= before) continue;
      const text = `${name} was healed ${String(heals)} times in a row: Argo CD is asked to compare it anew`;
      trial.run.progress.tell({ kind: 'note', at: trial.run.clock.now(), text });
      // Whose API server is away is asked the next time.
      trial.refresh({ applications: [name] }).catch(() => undefined);
    }
  };
  const stops = trial.applicationChanges.map((change) => change.onChange(look));
  return { close: () => stops.forEach((stop) => stop()) };
}

export const compareAnewKnob: Knob = {
  name: 'application-controller: self-heals of one commit in a row after which the rehearsal asks it to compare anew, twice as many each time',
  value: String(inVain),
  usual: 'nobody asks: the back-off of self-heal lets the comparison expire, in minutes',
};
