/** What a runner has checked. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The part of vitest's JSON report that is counted. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** The part of Nx's `run.json` that is counted. */
export interface NxReport {
  readonly tasks: readonly { readonly status: number }[];
}

/** The part of a rehearsal's `rehearsal.json` that is counted. */
export interface RehearsalReport {
  readonly ended: string;
  readonly proofs: readonly { readonly outcome: string }[];
}

/** Counts each test; a file that failed without a failed test in it (it could not be loaded) is one failure. */
export function countVitest({ testResults }: VitestReport): Counts {
  const statuses = testResults.flatMap(({ status, assertionResults }) => {
    const own = assertionResults.map((result) => result.status);
    return status === 'failed' && !own.includes('failed') ? [...own, 'failed'] : own;
  });
  const passed = count(statuses, 'passed');
  const failed = count(statuses, 'failed');
  // Everything else (skipped, pending, todo) was not checked.
  return { passed, failed, skipped: statuses.length - passed - failed };
}

/** Counts each task; one that came out of the cache has passed once on the same inputs. */
export function countNx({ tasks }: NxReport): Counts {
  const failed = tasks.filter(({ status }) => status !== 0).length;
  return { passed: tasks.length - failed, failed, skipped: 0 };
}

/** Counts each proof. What could not be proven there was not checked; a rehearsal that broke off is one failure more. */
export function countRehearsal({ ended, proofs }: RehearsalReport): Counts {
  const outcomes = proofs.map(({ outcome }) => outcome);
  const passed = count(outcomes, 'proven');
  const skipped = count(outcomes, 'not proven here');
  return {
    passed,
    failed: outcomes.length - passed - skipped + (ended === 'complete' ? 0 : 1),
    skipped,
  };
}

function count(statuses: readonly string[], wanted: string): number {
  return statuses.filter((status) => status === wanted).length;
}
