/**
 * Starts every process of a rehearsal, from a process of its own that outlives whoever started the rehearsal: when its
 * pipe to the rehearsal closes, for whatever reason, it ends what runs, undoes what was registered, and removes the
 * folders. So a kill of the rehearsal leaves nothing behind.
 */
export interface Supervisor {
  /** Starts a program. Its output goes to `<run folder>/logs/<name>.log`. Resolves once it runs. */
  start(process: ProcessRequest): Promise<Child>;
  /** Commands to carry out at the end, newest first, after every process has ended: `kind delete cluster …`. */
  undo(
    command: readonly [file: string, ...args: string[]],
    environment?: Readonly<Record<string, string>>,
  ): Promise<void>;
  /** Takes back an {@link undo}: what it would have undone is gone already, or is to be kept. */
  forget(command: readonly [file: string, ...args: string[]]): Promise<void>;
  /** Folders and files to remove at the end. The run's own folder is among them from the start. */
  remove(path: string): Promise<void>;
  /** The processes that it started and that have not ended. */
  running(): readonly Child[];
  /** Resolves with the first process that ends although nobody has ended it. */
  readonly loss: Promise<Child>;
  /**
   * Ends everything, undoes and removes everything, and resolves when that is done, however often it is asked.
   * @returns what could not be undone or removed, with the words of the command that failed
   */
  close(): Promise<readonly string[]>;
  /**
   * `--keep`: leaves everything as it is when the rehearsal ends; returns the command that removes it later, for a shell.
   * The supervisor stays too, as everything's parent; the command asks it to clean up (SIGTERM), which takes seconds.
   */
  keep(): Promise<string>;
}

export interface ProcessRequest {
  /** Unique among what runs: `eu-west-1/kube-apiserver`. */
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  /** The whole environment of the process but PATH, HOME and TMPDIR, which the supervisor sets. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

export interface Child {
  readonly name: string;
  readonly pid: number;
  /** Absolute path of what it writes to stdout and stderr. */
  readonly log: string;
  /** Freezes it, and thaws it. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): Promise<void>;
  /** Ends it at once (SIGKILL), on purpose, and resolves when it has left its ports. */
  kill(): Promise<void>;
  /** Ends it (SIGTERM, after 3 s SIGKILL), on purpose, and resolves when it has left its ports. */
  stop(): Promise<void>;
  /** Resolves when it ends, in words: `exited with 1`, `killed by SIGKILL`. */
  readonly ended: Promise<string>;
}
