import { Worker } from 'node:worker_threads';
import { ModelError, type Finding } from '@seatrial/compiler';
import { UserError } from '../workspace/user-error.ts';
import type { FleetFolder } from '../workspace/workspace.ts';
import { explainFailure } from './explain-failure.ts';
import type { ModelAnswer } from './model-worker.ts';
import type { DataProblem } from './plain-data.ts';

/** Milliseconds that a model may take; describing a fleet takes well under one second. */
export const modelTimeLimit = 30_000;

/** Megabytes of JavaScript heap that a model may use. */
const modelMemory = 2048;

/**
 * Runs a fleet's model in a thread of its own and returns its default export as plain data. What the model prints goes
 * to stderr.
 * @throws UserError for a model that does not load, throws, or never returns; ModelError for values that are no data.
 */
export async function loadModel(
  fleet: FleetFolder,
  root: string,
  timeLimit: number = modelTimeLimit,
): Promise<unknown> {
  const answer = await askWorker(fleet, timeLimit);
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
        `${onlyDescribes}: remove the \`await\` at the top level.`,
      );
    case 'failure':
      throw explainFailure(answer.failure, fleet, root);
  }
}

const onlyDescribes = 'A model only describes';

function askWorker(fleet: FleetFolder, timeLimit: number): Promise<ModelAnswer> {
  const worker = new Worker(new URL('./model-worker.ts', import.meta.url), {
    workerData: fleet.file,
    // stdout is for data; what a model prints while it runs is not.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: modelMemory },
  });
  for (const stream of [worker.stdout, worker.stderr])
    stream.on('data', (text: Buffer) => process.stderr.write(text));
  return new Promise<ModelAnswer>((resolve, reject) => {
    const timer = setTimeout(() => reject(neverReturned(fleet, timeLimit)), timeLimit);
    const settle = (then: () => void): void => {
      clearTimeout(timer);
      then();
    };
    worker.once('message', (answer: ModelAnswer) => settle(() => resolve(answer)));
    worker.once('error', (error) => settle(() => resolveError(fleet, error, resolve, reject)));
    worker.once('exit', (code) => settle(() => reject(endedEarly(fleet, code))));
  }).finally(() => worker.terminate());
}

function resolveError(
  fleet: FleetFolder,
  error: unknown,
  resolve: (answer: ModelAnswer) => void,
  reject: (error: UserError) => void,
): void {
  const { name = '', message = String(error), code = '', stack = '' } = error as Error & { code?: string };
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    reject(
      new UserError(
        `${fleet.shown} needs more than ${modelMemory} MB of memory.`,
        'Look for a list or a loop that grows without end.',
      ),
    );
  } else {
    // Thrown by a timer or a promise that nobody waits for.
    resolve({ kind: 'failure', failure: { name, message, code: String(code), stack } });
  }
}

function neverReturned(fleet: FleetFolder, timeLimit: number): UserError {
  return new UserError(
    `${fleet.shown} gave no answer in ${timeLimit / 1000} s.`,
    `${onlyDescribes}: look for an endless loop, or for something that it waits for.`,
  );
}

function endedEarly(fleet: FleetFolder, code: number): UserError {
  return new UserError(
    `${fleet.shown} ended the program (with code ${code}).`,
    `${onlyDescribes}: remove the \`process.exit\`.`,
  );
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
