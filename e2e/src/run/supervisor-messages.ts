import type { ProcessRequest } from './supervisor.ts';

/** What the rehearsal asks of its supervisor: one JSON object a line. Each gets one {@link Answer} with the same number. */
export type Ask = { readonly number: number } & (
  | { readonly ask: 'start'; readonly process: ProcessRequest }
  | { readonly ask: 'signal'; readonly pid: number; readonly signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL' }
  | { readonly ask: 'stop'; readonly pid: number }
  | { readonly ask: 'undo'; readonly undo: Undo }
  | { readonly ask: 'forget'; readonly command: Command }
  | { readonly ask: 'remove'; readonly path: string }
  | { readonly ask: 'keep' }
  | { readonly ask: 'close' }
);

/** An {@link Ask} before it has its number. */
export type Question<A = Ask> = A extends Ask ? Omit<A, 'number'> : never;

/** What the supervisor says, one JSON object a line. */
export type Told =
  | { readonly told: 'ready' }
  | Answer
  /** It was ended by a signal, and has ended, undone and removed everything. */
  | { readonly told: 'cleaned' }
  /** A process ended, in words: `exited with 1`, `killed by SIGKILL`. */
  | { readonly told: 'ended'; readonly pid: number; readonly how: string };

export type Answer =
  | {
      readonly told: 'done';
      readonly number: number;
      readonly pid?: number;
      readonly log?: string;
      /** Of `close`: what could not be undone or removed. */
      readonly left?: readonly string[];
    }
  | { readonly told: 'failed'; readonly number: number; readonly why: string };

export type Command = readonly [file: string, ...args: string[]];

export interface Undo {
  readonly command: Command;
  readonly environment: Readonly<Record<string, string>>;
}

/** How the supervisor is started: one JSON argument. */
export interface SupervisorArguments {
  readonly id: string;
  /** Absolute path of the run's folder: the supervisor makes it, so that there is no moment at which nobody removes it. */
  readonly folder: string;
}
