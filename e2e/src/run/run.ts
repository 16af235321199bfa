import type { Clock } from './clock.ts';
import type { Programs } from './programs.ts';
import type { Progress } from './progress.ts';
import type { Supervisor } from './supervisor.ts';

/** What every part of one rehearsal shares. */
export interface Run {
  /** Short and unique on this machine; part of every name that outlives a process: `r7k2m9`. */
  readonly id: string;
  /** Absolute path of a folder of its own, removed at the end. */
  readonly folder: string;
  /** Absolute path of a folder for what a lab has said and people read afterwards; absent: it is gone with the run. */
  readonly logs?: string;
  readonly clock: Clock;
  readonly programs: Programs;
  readonly progress: Progress;
  readonly supervisor: Supervisor;
  /** Aborted by Ctrl-C, and with an Infrastructure when a process of the lab ends that nobody has ended. */
  readonly signal: AbortSignal;
  /** All deadlines are multiplied by it: 1 on a quiet machine. */
  readonly patience: number;
}
