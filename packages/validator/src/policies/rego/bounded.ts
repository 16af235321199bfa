import { createContext, Script } from 'node:vm';
import { fieldAt } from '../../json/fields.ts';

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

/** The error is made in the other context, so it is no instance of the Error of this one. */
function isTimeout(error: unknown): boolean {
  return fieldAt(error, 'code') === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}
