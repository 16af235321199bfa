import type { ResolvedFleet } from '@seatrial/compiler';
import { wait } from '../run/wait.ts';
import type { ProofKindName } from '../trial/claim.ts';
import type { Trial } from '../trial/trial.ts';
import type { Fault } from './fault.ts';
import type { FaultName } from './fault-name.ts';
import { faults } from './faults.ts';

/** Turns the faults of a rehearsal on and off: each is on only while the kind of proof runs that has to notice it. */
export interface FaultSwitch {
  /** What is written to git in the place of a fleet. `before`: what the last commit meant. */
  written(fleet: ResolvedFleet, before: ResolvedFleet | undefined): ResolvedFleet;
  /** What the first sync proves. */
  duringFirstSync<Value>(body: () => Promise<Value>): Promise<Value>;
  during(kind: ProofKindName, trial: Trial, body: () => Promise<void>): Promise<void>;
}

const firstSync: ReadonlySet<ProofKindName> = new Set(['syncs', 'order']);

export function newFaultSwitch(names: readonly FaultName[]): FaultSwitch {
  const chosen = names.map((name) => faults[name]);
  const on = new Set<Fault>();

  return {
    written: (fleet, before) =>
      [...on].reduce((result, { tamper }) => tamper?.(result, before) ?? result, fleet),
    async duringFirstSync(body) {
      const now = chosen.filter(({ breaks }) => firstSync.has(breaks));
      for (const fault of now) on.add(fault);
      const value = await body();
      for (const fault of now) on.delete(fault);
      return value;
    },
    async during(kind, trial, body) {
      const now = firstSync.has(kind) ? [] : chosen.filter(({ breaks }) => breaks === kind);
      if (now.length === 0) return await body();
      for (const fault of now) on.add(fault);
      const ends = [];
      for (const fault of now) ends.push(...(await begin(fault, trial)));
      try {
        await body();
      } finally {
        for (const fault of now) on.delete(fault);
        for (const end of ends) await end();
      }
    },
  };
}

/** Gives what takes it back, in the order in which it is to be done. */
async function begin(fault: Fault, trial: Trial): Promise<readonly (() => Promise<void>)[]> {
  trial.run.progress.tell({ kind: 'note', at: trial.run.clock.now(), text: `Fault: ${fault.what}` });
  const { inForce } = fault;
  if (inForce === undefined) return fault.begin === undefined ? [] : [await fault.begin(trial)];
  const { model } = trial.subject;
  await trial.publish(`Fault: ${fault.name}`, model);
  await trial.refresh();
  await wait(trial.run, {
    awaited: `the fault ${fault.name} is in force`,
    within: 60,
    changes: trial.applicationChanges,
    look() {
      const without = trial
        .applications()
        .filter(
          ({ placement, object }) => placement !== undefined && object !== undefined && !inForce(object),
        );
      return without.length === 0
        ? { met: true, value: undefined }
        : { met: false, seen: `not yet for ${without.map(({ name }) => name).join(', ')}` };
    },
  });
  return [
    async () => {
      await trial.publish(`Without the fault ${fault.name}`, model);
      await trial.refresh();
      await trial.settle();
    },
  ];
}
