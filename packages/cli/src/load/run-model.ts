import { dirname } from 'node:path';
import { getCompileCacheDir } from 'node:module';
import { Worker } from 'node:worker_threads';
import { UserError } from '../workspace/user-error.ts';
import type { FleetFolder } from '../workspace/workspace.ts';
import type { ModelAnswer, ModelQuestion } from './model-worker.ts';

/** Milliseconds that a model may take; describing a fleet takes well under one second. */
const modelTimeLimit = 30_000;

/** Megabytes of JavaScript heap that a model may use. */
const modelMemory = 2048;

const onlyDescribes = 'A model only describes';

/**
 * Runs a model in a thread of its own. What the model prints goes to stderr.
 * @throws UserError when the model never returns, ends the program, or needs too much memory
 */
export function runModel(fleet: FleetFolder, timeLimit: number = modelTimeLimit): Promise<ModelAnswer> {
  return answerOf(startThread({ file: fleet.file }), fleet, timeLimit);
}

/** A thread that has loaded what every model imports, and waits for the model that it is to run: one, once. */
export interface StandbyThread {
  /** As {@link runModel}; the answer names the files that the model was made of. */
  readonly run: (fleet: FleetFolder) => Promise<ModelAnswer>;
}

export function standbyThread(): StandbyThread {
  const worker = startThread({ recordFiles: true });
  let ended = false;
  worker.once('exit', () => (ended = true));
  worker.on('error', () => undefined);
  return {
    run(fleet) {
      // What has ended it shows again in a new one.
      if (ended) return answerOf(startThread({ file: fleet.file, recordFiles: true }), fleet, modelTimeLimit);
      const answer = answerOf(worker, fleet, modelTimeLimit);
      worker.postMessage(fleet.file);
      return answer;
    },
  };
}

function startThread(question: Omit<ModelQuestion, 'compiledCode'>): Worker {
  const worker = new Worker(new URL('./model-worker.ts', import.meta.url), {
    workerData: { ...question, ...compiledCode() } satisfies ModelQuestion,
    // stdout is for data; what a model prints while it runs is not.
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: modelMemory },
  });
  for (const stream of [worker.stdout, worker.stderr])
    stream.on('data', (text: Buffer) => process.stderr.write(text));
  return worker;
}

function answerOf(worker: Worker, fleet: FleetFolder, timeLimit: number): Promise<ModelAnswer> {
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

/** Node adds a folder for its own version to the one that it is given. */
function compiledCode(): { compiledCode?: string } {
  const folder = getCompileCacheDir();
  return folder === undefined ? {} : { compiledCode: dirname(folder) };
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
