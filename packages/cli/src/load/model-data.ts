import { ModelError, type Finding } from '@seatrial/compiler';
import { UserError } from '../workspace/user-error.ts';
import type { FleetFolder } from '../workspace/workspace.ts';
import { explainFailure } from './explain-failure.ts';
import type { ModelAnswer } from './model-worker.ts';
import type { DataProblem } from './plain-data.ts';

/**
 * The default export of a model as plain data.
 * @throws UserError for a model that does not load or throws; ModelError for values that are no data
 */
export function modelData(answer: ModelAnswer, fleet: FleetFolder, root: string): unknown {
  switch (answer.kind) {
    case 'data':
      return answer.value;
    case 'problems':
      throw new ModelError(answer.problems.map(dataFinding));
    case 'no-default':
      throw new UserError(
        `${fleet.shown} has no default export.`,
        'End it with `export default defineFleet({ … })`.',
      );
    case 'pending':
      throw new UserError(
        `${fleet.shown} waits for something that never comes.`,
        'A model only describes: remove the `await` at the top level.',
      );
    case 'failure':
      throw explainFailure(answer.failure, fleet, root);
  }
}

function dataFinding({ path, found }: DataProblem): Finding {
  const where = path.length === 0 ? 'The default export' : path.join('.');
  return {
    code: 'SEA6001',
    severity: 'error',
    sentence: `${where} is ${found}, which is no data.`,
    hint: 'Write a string, a number, a boolean, a list or a plain object; call the function whose result you mean.',
    place: { model: path },
  };
}
