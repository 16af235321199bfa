import type { Programs } from '../../src/run/programs.ts';
import type { Run } from '../../src/run/run.ts';
import { startRun } from '../../src/run/start-run.ts';

/** A run with a real supervisor and nobody to report to. Without `programs` it has none. Close its supervisor. */
export function openTestRun({
  programs = noPrograms,
  ...more
}: { programs?: Programs; logs?: string } = {}): Promise<Run> {
  return startRun({ programs, progress: { tell: () => {} }, signal: new AbortController().signal, ...more });
}

const none = (name: string): never => {
  throw new Error(`this test has no ${name}`);
};
const noPrograms: Programs = { path: none, version: none, kubernetes: [], files: none };
