import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Readable } from 'node:stream';

/** A program to measure as a whole process, its start included. */
export interface Subject {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** One run: wall-clock seconds from start to exit, and the peak resident memory in bytes of a Node process (else 0). */
export interface Run {
  readonly seconds: number;
  readonly peakBytes: number;
}

const preload = fileURLToPath(new URL('./peak-memory.mjs', import.meta.url));

/** Runs a program of Node to its end. Throws with what it wrote on stderr when it fails. */
export function measureNode({ args, ...rest }: Omit<Subject, 'program'>): Promise<Run> {
  return measure({ ...rest, program: process.execPath, args: ['--import', preload, ...args] });
}

/** Runs a program to its end; its stdout goes nowhere. Throws with what it wrote on stderr when it fails. */
export async function measure({ program, args, cwd, env }: Subject): Promise<Run> {
  const start = performance.now();
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code));
  });
  const [code, seconds, stderr, peak] = await Promise.all([
    ended,
    ended.then(() => (performance.now() - start) / 1000),
    text(child.stderr as Readable),
    text(child.stdio[3] as Readable),
  ]);
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${stderr}`);
  return { seconds, peakBytes: Number(peak) };
}

/** Runs each subject once in turn, `rounds` times over, so that a drift of the machine's speed meets all alike. */
export async function measureInTurn<Name extends string>(
  rounds: number,
  subjects: Readonly<Record<Name, () => Promise<Run>>>,
): Promise<Readonly<Record<Name, Run>>> {
  const names = Object.keys(subjects) as Name[];
  const runs = Object.fromEntries(names.map((name) => [name, [] as Run[]])) as Record<Name, Run[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      process.stderr.write(`  round ${round + 1} of ${rounds}: ${name} …\n`);
      runs[name].push(await subjects[name]());
    }
  }
  return Object.fromEntries(names.map((name) => [name, medianRun(runs[name])])) as Record<Name, Run>;
}

function medianRun(runs: readonly Run[]): Run {
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    peakBytes: median(runs.map(({ peakBytes }) => peakBytes)),
  };
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted.length % 2 === 0 ? sorted[middle - 1] : upper;
  if (upper === undefined || lower === undefined) throw new Error('the median of nothing');
  return (upper + lower) / 2;
}
