/** The thread that runs a model: everything that user code can do wrong ends here, away from the rest of the program. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';
import { plainData, type DataProblem } from './plain-data.ts';
import { recordFiles } from './record-files.ts';

/** What the thread answers, once, with the files that the model was made of where that was asked for. */
export type ModelAnswer = Outcome & { readonly files?: readonly string[] };

type Outcome =
  | { readonly kind: 'data'; readonly value: unknown }
  | { readonly kind: 'problems'; readonly problems: readonly DataProblem[] }
  | { readonly kind: 'no-default' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'failure'; readonly failure: ModelFailure };

/** What the thread is told. */
export interface ModelQuestion {
  /** Absolute path of the model; absent: it comes as a message later, and until then what every model imports is loaded. */
  readonly file?: string;
  /** Where compiled code is kept between runs; absent: nowhere. */
  readonly compiledCode?: string;
  /** Whether the answer names the files. */
  readonly recordFiles?: boolean;
}

/** An error of the model, as far as it can be passed on. */
export interface ModelFailure {
  readonly name: string;
  readonly message: string;
  readonly code: string;
  readonly stack: string;
}

function failureOf(error: unknown): ModelFailure {
  if (!(error instanceof Error)) return { name: '', message: String(error), code: '', stack: '' };
  const code = 'code' in error ? String(error.code) : '';
  return { name: error.name, message: error.message, code, stack: error.stack ?? '' };
}

async function run(file: string): Promise<Outcome> {
  try {
    const exported = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
    if (!('default' in exported)) return { kind: 'no-default' };
    const { value, problems } = plainData(exported['default']);
    return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'data', value };
  } catch (error) {
    return { kind: 'failure', failure: failureOf(error) };
  }
}

const question = workerData as ModelQuestion;

function begin(file: string): void {
  const files = question.recordFiles === true ? recordFiles() : undefined;
  const answer = (outcome: Outcome): void =>
    parentPort?.postMessage(files === undefined ? outcome : { ...outcome, files: [...files] });
  // Nothing is left to do and the model has not come: it waits for something that nobody will bring.
  process.once('beforeExit', () => answer({ kind: 'pending' }));
  // Not awaited: Node would print a warning of its own about a model that waits for ever.
  void (async () => {
    const outcome = await run(file);
    // The thread is ended when it has answered.
    flushCompileCache();
    answer(outcome);
  })();
}

// A thread does not share the cache of the program: without one of its own it compiles everything again.
if (question.compiledCode !== undefined) enableCompileCache(question.compiledCode);
if (question.file === undefined) {
  parentPort?.once('message', begin);
  void import('@seatrial/compiler');
} else begin(question.file);
