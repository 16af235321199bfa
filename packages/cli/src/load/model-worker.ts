/** The thread that runs a model: everything that user code can do wrong ends here, away from the rest of the program. */
import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';
import { plainData, type DataProblem } from './plain-data.ts';

/** What the thread answers, once. */
export type ModelAnswer =
  | { readonly kind: 'data'; readonly value: unknown }
  | { readonly kind: 'problems'; readonly problems: readonly DataProblem[] }
  | { readonly kind: 'no-default' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'failure'; readonly failure: ModelFailure };

/** What the thread is told. */
export interface ModelQuestion {
  /** Absolute path of the model. */
  readonly file: string;
  /** Where compiled code is kept between runs; absent: nowhere. */
  readonly compiledCode?: string;
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

async function run(file: string): Promise<ModelAnswer> {
  try {
    const exported = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
    if (!('default' in exported)) return { kind: 'no-default' };
    const { value, problems } = plainData(exported['default']);
    return problems.length > 0 ? { kind: 'problems', problems } : { kind: 'data', value };
  } catch (error) {
    return { kind: 'failure', failure: failureOf(error) };
  }
}

const answer = (message: ModelAnswer): void => parentPort?.postMessage(message);
// Nothing is left to do and the model has not come: it waits for something that nobody will bring.
process.once('beforeExit', () => answer({ kind: 'pending' }));

const { file, compiledCode } = workerData as ModelQuestion;
// A thread does not share the cache of the program: without one of its own it compiles everything again.
if (compiledCode !== undefined) enableCompileCache(compiledCode);
// Not awaited here: Node would print a warning of its own about a model that waits for ever.
void (async () => {
  const result = await run(file);
  // The thread is ended when it has answered.
  flushCompileCache();
  answer(result);
})();
