import { createContext, Script } from 'node:vm';

const script = new Script('work()');
const stage: { work(): void } = createContext({ work() {} }) as { work(): void };

/**
 * Runs something that does not wait for anything, and breaks it off after a time, also where it is in a loop of
 * WebAssembly. Returns whether it came to its end.
 * @param limit milliseconds
 */
export function endsWithin(limit: number, work: () => void): boolean {
  stage.work = work;
  try {
    script.runInContext(stage, { timeout: limit });
    return true;
  } catch (error) {
    if (isTimeout(error)) return false;
    throw error;
  } finally {
    stage.work = () => {};
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
