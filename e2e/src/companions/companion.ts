import { awaitProcess, isListening } from '../run/await-process.ts';
import { freePort } from '../run/ports.ts';
import type { Run } from '../run/run.ts';
import type { Child } from '../run/supervisor.ts';

/** A small server of our own in a process of its own: it can be taken away, and with `--keep` it outlives the rehearsal. */
export interface Companion {
  /** `http://127.0.0.1:18231`. */
  readonly origin: string;
  /** Connections are refused from then on. */
  stop(): Promise<void>;
  /** Resolves when it answers again, at the same address. */
  start(): Promise<void>;
}

/**
 * Starts a program (the path of its source), which gets `address`, `port` and `folder` as arguments.
 * @throws Infrastructure when it ends instead of listening.
 */
export async function startCompanion(
  run: Run,
  { name, program, address, folder }: { name: string; program: string; address: string; folder: string },
): Promise<Companion> {
  const port = await freePort();
  let child: Child | undefined;

  async function start(): Promise<void> {
    if (child !== undefined) return;
    child = await run.supervisor.start({
      name,
      file: process.execPath,
      args: [program, address, String(port), folder],
    });
    await awaitProcess(run, child, {
      awaited: `the ${name} listens`,
      isUp: () => isListening(port, address),
    });
  }

  await start();
  return {
    origin: `http://${address}:${String(port)}`,
    start,
    async stop() {
      const stopped = child;
      child = undefined;
      await stopped?.stop();
    },
  };
}
