import { plan, type FleetModel, type Plan } from '@seatrial/compiler';
import type { Published, Trial } from '../../trial/trial.ts';

/** Publishes a model, with what the difference of the two resolved fleets says that it does. */
export async function publishPlanned(
  trial: Trial,
  message: string,
  model: FleetModel,
): Promise<{ readonly planned: Plan; readonly after: Published }> {
  const { fleet } = trial.published;
  const after = await trial.publish(message, model);
  return { planned: plan(fleet, after.fleet), after };
}
