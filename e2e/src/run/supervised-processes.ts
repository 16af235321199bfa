import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { rehearsalVariable, signalGroup } from './process-group.ts';
import type { SupervisorArguments } from './supervisor-messages.ts';
import type { ProcessRequest } from './supervisor.ts';

/** How long a process may take to end by itself, in milliseconds. */
const grace = 3000;

/** The processes of one rehearsal, as their parent keeps them. */
export interface SupervisedProcesses {
  /** @throws Error when the program cannot be started, or when everything is being ended. */
  start(request: ProcessRequest): Promise<{ readonly pid: number; readonly log: string }>;
  /** Nothing happens when it has ended. */
  signal(pid: number, signal: NodeJS.Signals): void;
  stop(pid: number): Promise<void>;
  stopAll(): Promise<void>;
}

export function superviseProcesses(
  { id, folder }: SupervisorArguments,
  onEnd: (pid: number, how: string) => void,
): SupervisedProcesses {
  const living = new Map<number, { readonly process: ChildProcess; readonly ended: Promise<void> }>();
  let closing = false;

  const start = async (request: ProcessRequest): Promise<{ pid: number; log: string }> => {
    const log = join(folder, 'logs', `${request.name}.log`);
    const temporary = join(folder, 'tmp', request.name);
    await Promise.all([mkdir(dirname(log), { recursive: true }), mkdir(temporary, { recursive: true })]);
    const output = await open(log, 'a');
    try {
      if (closing) throw new Error(`${request.name} is not started any more: the rehearsal is being ended`);
      const child = spawn(request.file, request.args, {
        cwd: request.folder ?? temporary,
        env: {
          PATH: process.env['PATH'],
          HOME: join(folder, 'home'),
          TMPDIR: temporary,
          ...request.environment,
          [rehearsalVariable]: id,
        },
        // A group of its own, so that what it starts ends with it. Its stdin stays open as long as this process lives.
        detached: true,
        stdio: ['pipe', output.fd, output.fd],
      });
      const { pid } = child;
      if (pid === undefined) throw await failure(request, child);
      const ended = new Promise<void>((resolve) => {
        child.once('exit', (code, signal) => {
          living.delete(pid);
          // What it had started and left behind.
          signalGroup(pid, 'SIGKILL');
          onEnd(pid, signal === null ? `exited with ${code}` : `killed by ${signal}`);
          resolve();
        });
      });
      child.stdin?.on('error', () => {});
      living.set(pid, { process: child, ended });
      return { pid, log };
    } finally {
      await output.close();
    }
  };

  const stop = async (pid: number): Promise<void> => {
    const child = living.get(pid);
    if (child === undefined) return;
    signalGroup(pid, 'SIGTERM');
    // A frozen process takes no signal before it is thawed.
    signalGroup(pid, 'SIGCONT');
    const timer = new AbortController();
    const late = sleep(grace, true, { signal: timer.signal }).catch(() => false);
    if ((await Promise.race([child.ended, late])) === true) signalGroup(pid, 'SIGKILL');
    timer.abort();
    await child.ended;
  };

  return {
    start,
    signal(pid, signal) {
      if (living.has(pid)) signalGroup(pid, signal);
    },
    stop,
    async stopAll() {
      closing = true;
      await Promise.all([...living.keys()].map(stop));
    },
  };
}

/** Why a program could not be started. */
function failure(request: ProcessRequest, child: ChildProcess): Promise<Error> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(new Error(`cannot start ${request.file}: ${error.message}`)));
  });
}
