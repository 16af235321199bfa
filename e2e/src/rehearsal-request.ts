import type { FaultName } from './faults/fault-name.ts';
import type { Rehearsal } from './report/rehearsal.ts';
import type { Programs } from './run/programs.ts';
import type { Progress } from './run/progress.ts';
import type { Subject } from './trial/subject.ts';

/** What a rehearsal is asked for. */
export interface RehearsalRequest {
  readonly subject: Subject;
  readonly programs: Programs;
  readonly provider: 'local' | 'kind' | 'existing';
  /** File that names the kubeconfig contexts; for `existing` only. */
  readonly contexts?: string;
  /** Only these: kinds of proof, and ids of single claims. */
  readonly proofs?: readonly string[];
  /** Only claims about these clusters; all clusters run all the same. */
  readonly clusters?: readonly string[];
  /** Leaves everything running. */
  readonly keep?: boolean;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** All deadlines are multiplied by it: 1 on a quiet machine. */
  readonly patience: number;
  /** Absolute path of a folder for the logs of clusters that are taken away. */
  readonly logs?: string;
  /** Asked before anything is written to clusters that are not the rehearsal's own. */
  readonly confirm: (question: string) => Promise<boolean>;
  /** Switched on to see that the proofs notice. */
  readonly faults?: readonly FaultName[];
}

export interface RehearsalResult {
  readonly rehearsal: Rehearsal;
  /** With `keep`: the command that takes everything away. */
  readonly removeLater?: string;
  /** With `keep`: commands, one a line. */
  readonly lookInside: readonly string[];
}

/** A lab that stays up. */
export interface RunningLab {
  readonly lookInside: readonly string[];
  /** Aborted by the request's own signal, and with an Infrastructure when one of its processes ends by itself. */
  readonly ended: AbortSignal;
  /** Takes everything away. Returns what could not be, in words. */
  close(): Promise<readonly string[]>;
}
