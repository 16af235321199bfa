import type { Report } from '../reports/report.ts';

/** One thing to do with one part of a fleet: what Nx runs and keeps on its own. */
export interface FleetTask {
  readonly kind: 'compile' | 'validate' | 'verify';
  readonly fleet: string;
  readonly part: FleetPart;
}

/**
 * The tree of one cluster, what Argo CD itself is told, or the fleet as a whole: for `validate` that is what hangs on several
 * clusters beside each other, and nothing that hangs on one alone.
 */
export type FleetPart =
  | { readonly kind: 'cluster'; readonly cluster: string }
  | { readonly kind: 'argo-cd' }
  | { readonly kind: 'fleet' };

/** What became of a task. */
export interface TaskResult {
  /** What the command line would have printed. */
  readonly text: string;
  /** Its exit code. */
  readonly code: number;
  /** What there is to say of models and trees, for other forms of report. */
  readonly report?: Report;
}
