import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Infrastructure } from './outcome-errors.ts';
import type { Answer, Ask, Question, SupervisorArguments, Told } from './supervisor-messages.ts';

const program = fileURLToPath(new URL('./supervisor-program.ts', import.meta.url));

type Done = Extract<Answer, { told: 'done' }>;

/** The rehearsal's end of the pipe to its supervisor. */
export interface SupervisorConnection {
  /** @throws Infrastructure when it cannot be done, and when the supervisor is gone. */
  ask(question: Question): Promise<Done>;
  /** Resolves when the supervisor's process has ended. `clean`: it has left nothing to do. */
  readonly gone: Promise<{ readonly clean: boolean }>;
  /** Lets the rehearsal end while the supervisor stays. */
  letGo(): void;
}

/** Starts the supervisor's process and resolves when it answers. `onEnd` hears of each process that ended. */
export async function connectSupervisor(
  rehearsal: SupervisorArguments,
  onEnd: (pid: number, how: string) => void,
): Promise<SupervisorConnection> {
  const host = spawn(process.execPath, [program, JSON.stringify(rehearsal)], {
    // A session of its own: a terminal's Ctrl-C, and its end, do not reach it.
    detached: true,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const open = new Map<number, { done(answer: Done): void; failed(error: Error): void }>();
  let asked = 0;
  let over = false;
  let clean = false;
  // Writing to a supervisor that is gone: `gone` says it.
  host.stdin.on('error', () => {});

  const ready = new Promise<void>((resolve) => {
    createInterface({ input: host.stdout }).on('line', (line) => {
      const told = JSON.parse(line) as Told;
      if (told.told === 'ready') return resolve();
      if (told.told === 'ended') return onEnd(told.pid, told.how);
      if (told.told === 'cleaned') {
        clean = true;
        return;
      }
      const waiting = open.get(told.number);
      open.delete(told.number);
      if (told.told === 'done') waiting?.done(told);
      else waiting?.failed(new Infrastructure(told.why));
    });
  });
  const gone = new Promise<{ clean: boolean }>((resolve) => {
    const end = (): void => {
      over = true;
      for (const waiting of open.values()) waiting.failed(lost());
      open.clear();
      resolve({ clean });
    };
    // Not `exit`: what it wrote last is read by then.
    host.once('close', end);
    host.once('error', end);
  });

  await Promise.race([ready, gone]);
  if (over) throw new Infrastructure('the process that starts all others of the rehearsal cannot be started');
  return {
    gone,
    async ask(question) {
      if (over) throw lost();
      return new Promise<Done>((done, failed) => {
        asked += 1;
        open.set(asked, { done, failed });
        host.stdin.write(`${JSON.stringify({ ...question, number: asked } satisfies Ask)}\n`);
      });
    },
    letGo() {
      host.unref();
      for (const end of [host.stdin, host.stdout])
        if ('unref' in end && typeof end.unref === 'function') end.unref();
    },
  };
}

function lost(): Infrastructure {
  return new Infrastructure('the process that starts and ends all others of the rehearsal is gone');
}
