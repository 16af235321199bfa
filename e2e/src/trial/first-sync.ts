import type { Lab } from '../lab/lab.ts';
import { bootstrap } from './bootstrap.ts';
import { definitionsFirst } from './definitions-first.ts';
import type { Trial } from './trial.ts';

/** Pushes the fleet as its model has it and lets Argo CD begin. Nobody waits for a sync. */
export async function beginFirstSync(lab: Lab, trial: Trial): Promise<void> {
  const published = await trial.publish('The fleet as it is', trial.subject.model);
  await definitionsFirst(trial.run, lab, published);
  await bootstrap(lab, published);
}
