import { Disproof } from '../run/outcome-errors.ts';
import type { Measure } from '../trial/claim.ts';
import type { Notes } from '../trial/trial.ts';
import type { Drill } from '../report/rehearsal.ts';
import type { Ground } from './ground.ts';
import { doubleActiveStretches, lanesOf } from './lanes.ts';

/** What a drill writes down while it runs. */
export interface DrillLog {
  readonly began: number;
  /** @param number the point of the drill checklist: 1 steady state … 13 negative drill */
  step(number: number, title: string, seen: string, cluster?: string): void;
  measure(name: string, value: number, unit: Measure['unit']): void;
  /** Something that the claim excludes. The drill goes on, and is disproven at its end. */
  against(text: string): void;
}

/**
 * Runs one drill and keeps its record for the report, also where it ends early.
 * @throws Disproof with everything that was noted against the claim
 */
export async function drill(
  ground: Ground,
  { name, claim, from, to }: { name: string; claim: string; from: string; to: string },
  notes: Notes,
  body: (log: DrillLog) => Promise<void>,
): Promise<void> {
  const { trial, serving, clusters } = ground;
  const { clock } = trial.run;
  const began = clock.now();
  const steps: Drill['steps'][number][] = [];
  const measures: Measure[] = [];
  const faults: string[] = [];
  const log: DrillLog = {
    began,
    step(number, title, seen, cluster) {
      steps.push({ at: clock.now(), number, title, seen, ...(cluster === undefined ? {} : { cluster }) });
      notes.saw(`(${number}) ${title}: ${seen}`);
    },
    measure(name, value, unit) {
      measures.push({ name, value, unit });
      notes.measure(name, value, unit);
    },
    against(text) {
      faults.push(text);
      notes.saw(`against the claim: ${text}`);
    },
  };
  notes.saw(
    trial.lab.plane === 'control plane'
      ? "who serves is read from Ingresses and ready endpoints, a dead API server's as last seen; the entry and the data are the rehearsal's own, so no time here is one of production"
      : "who serves is asked over HTTP and read from objects; the entry and the data are the rehearsal's own",
  );
  try {
    await body(log);
  } catch (error) {
    ground.state.broken = true;
    throw error;
  } finally {
    const ended = clock.now();
    const names = clusters.map((cluster) => cluster.name);
    trial.recordDrill({
      name,
      claim,
      began,
      ended,
      from,
      to,
      steps,
      lanes: lanesOf(serving.samples, names, began, ended),
      doubleActive: doubleActiveStretches(serving.samples, began, ended),
      measures,
    });
  }
  if (faults.length > 0) throw new Disproof(faults.join('; '));
}
