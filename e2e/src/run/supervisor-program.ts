/**
 * The supervisor's own program. Reads {@link Ask} lines on stdin and writes {@link Told} lines on stdout. When stdin
 * closes, or on SIGTERM, it ends, undoes and removes everything, and then itself.
 */
import { appendFileSync, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cleanUp } from './clean-up.ts';
import { superviseProcesses } from './supervised-processes.ts';
import type { Ask, Command, SupervisorArguments, Told, Undo } from './supervisor-messages.ts';

const rehearsal = JSON.parse(process.argv[2] ?? '') as SupervisorArguments;
const undo: Undo[] = [];
const paths = new Set([rehearsal.folder]);
let kept = false;
let ending: Promise<void> | undefined;

// A rehearsal that is gone reads no answer.
process.stdout.on('error', () => {});
const tell = (told: Told): void => {
  process.stdout.write(`${JSON.stringify(told)}\n`);
};
const left: string[] = [];
const say = (text: string): void => {
  const logs = join(rehearsal.folder, 'logs');
  if (existsSync(logs)) appendFileSync(join(logs, 'supervisor.log'), `${new Date().toISOString()} ${text}\n`);
};
const processes = superviseProcesses(rehearsal, (pid, how) => tell({ told: 'ended', pid, how }));

const endAll = (): Promise<void> =>
  (ending ??= (async () => {
    await processes.stopAll();
    await cleanUp({ rehearsal: rehearsal.id, undo, paths: [...paths] }, (text) => {
      left.push(text);
      say(text);
    });
  })());
const leave = (code: number): void => {
  void endAll().finally(() => {
    tell({ told: 'cleaned' });
    process.exit(code);
  });
};

// A terminal's Ctrl-C and its end are the rehearsal's to handle.
process.on('SIGINT', () => {});
process.on('SIGHUP', () => {});
process.on('SIGTERM', () => leave(0));
process.on('uncaughtException', (error) => {
  say(error.stack ?? error.message);
  leave(1);
});

await mkdir(join(rehearsal.folder, 'logs'), { recursive: true });
await mkdir(join(rehearsal.folder, 'home'));
const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => void answer(JSON.parse(line) as Ask));
lines.on('close', () => {
  if (!kept) leave(0);
});
tell({ told: 'ready' });

async function answer(ask: Ask): Promise<void> {
  try {
    tell({ told: 'done', number: ask.number, ...(await carryOut(ask)) });
  } catch (error) {
    tell({ told: 'failed', number: ask.number, why: error instanceof Error ? error.message : String(error) });
  }
  if (ask.ask === 'close') leave(0);
}

async function carryOut(ask: Ask): Promise<{ pid?: number; log?: string; left?: readonly string[] }> {
  switch (ask.ask) {
    case 'start':
      return processes.start(ask.process);
    case 'signal':
      processes.signal(ask.pid, ask.signal);
      return {};
    case 'stop':
      await processes.stop(ask.pid);
      return {};
    case 'undo':
      undo.push(ask.undo);
      return {};
    case 'forget':
      forget(ask.command);
      return {};
    case 'remove':
      paths.add(ask.path);
      return {};
    case 'keep':
      kept = true;
      return { pid: process.pid };
    case 'close':
      await endAll();
      return { left };
  }
}

function forget(command: Command): void {
  const known = undo.findLastIndex((entry) => JSON.stringify(entry.command) === JSON.stringify(command));
  if (known >= 0) undo.splice(known, 1);
}
