import type { ResolvedFleet } from '@seatrial/compiler';
import { rootsSynced } from '../trial/roots-synced.ts';
import { wishesHeard } from '../trial/wishes-heard.ts';
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
  /** What the first sync proves, until something else {@link during} which is proven. */
  duringFirstSync(body: () => Promise<void>): Promise<void>;
  during(kind: ProofKindName, trial: Trial, body: () => Promise<void>): Promise<void>;
}

const firstSync: ReadonlySet<ProofKindName> = new Set(['syncs', 'order']);

export function newFaultSwitch(names: readonly FaultName[]): FaultSwitch {
  const chosen = names.map((name) => faults[name]);
  const on = new Set<Fault>();
  let last: ResolvedFleet | undefined;

  /** Turned off; the fleet is what it should be, whatever was written meanwhile. */
  async function end(trial: Trial, ended: readonly Fault[]): Promise<void> {
    for (const fault of ended) on.delete(fault);
    const tampered = ended.filter(({ tamper }) => tamper !== undefined);
    if (tampered.length === 0) return;
    const without = tampered.map(({ name }) => name).join(' and ');
    await trial.publish(`Without the fault ${without}`, trial.published.model);
    // An Application that was compared before it had its settings back is not compared again for that.
    await rootsSynced(trial, 60);
    await wishesHeard(trial);
    await trial.refresh();
    await trial.settle();
  }

  return {
    written(fleet, meant) {
      const before = meant === undefined || last === undefined ? undefined : { meant, written: last };
      last = [...on].reduce((result, { tamper }) => tamper?.(result, before) ?? result, fleet);
      return last;
    },
    async duringFirstSync(body) {
      for (const fault of chosen) if (firstSync.has(fault.breaks)) on.add(fault);
      await body();
    },
    async during(kind, trial, body) {
      if (firstSync.has(kind)) return await body();
      await end(trial, [...on]);
      const now = chosen.filter(({ breaks }) => breaks === kind);
      for (const fault of now) on.add(fault);
      const takenBack = [];
      for (const fault of now) takenBack.push(await begin(fault, trial));
      try {
        await body();
      } finally {
        for (const takeBack of takenBack) await takeBack();
        await end(trial, now);
      }
    },
  };
}

/** Gives what takes back what was made wrong in the lab. */
async function begin(fault: Fault, trial: Trial): Promise<() => Promise<void>> {
  trial.run.progress.tell({ kind: 'note', at: trial.run.clock.now(), text: `Fault: ${fault.what}` });
  const { name, inForce } = fault;
  if (inForce !== undefined) {
    await trial.publish(`Fault: ${name}`, trial.published.model);
    await wait(trial.run, {
      awaited: `the fault ${name} is in force`,
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
          : { met: false, seen: `not yet for ${without.map((one) => one.name).join(', ')}` };
      },
    });
  }
  return (await fault.begin?.(trial)) ?? (async () => {});
}
