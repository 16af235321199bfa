import { setTimeout as sleep } from 'node:timers/promises';
import { Timeout } from './outcome-errors.ts';
import type { ProgressEvent } from './progress.ts';
import type { Run } from './run.ts';

/** What one look at the world gives. */
export type Look<Value> =
  | { readonly met: true; readonly value: Value }
  /** `seen`: the state in words, for whoever reads why a wait failed. */
  | { readonly met: false; readonly seen: string };

export interface Wait<Value> {
  /** What is awaited, as a clause: `luneo-prod-eu-west-1 is synced to 4f1c2d0`. */
  readonly awaited: string;
  /** Seconds, before the run's patience. */
  readonly within: number;
  readonly look: () => Look<Value> | Promise<Look<Value>>;
  /** Things that call back when it is worth looking again; without them the world is asked every 200 ms. */
  readonly changes?: readonly Changes[];
}

/** Something that can change, such as a watch. Returns how to stop listening. */
export interface Changes {
  onChange(listener: () => void): () => void;
}

let waits = 0;

/**
 * Looks at once, then at every change, and now and then in between.
 * @throws Timeout with the last state seen; whatever `look` throws ends the wait.
 */
export async function wait<Value>(
  run: Run,
  { awaited, within, look, changes = [] }: Wait<Value>,
): Promise<Value> {
  const begun = run.clock.now();
  const deadline = begun + within * 1000 * run.patience;
  const tell = teller(run, awaited);
  const bell = newBell();
  const stops = changes.map((change) => change.onChange(bell.ring));
  tell('begun');
  let seen = 'nothing';
  try {
    for (;;) {
      run.signal.throwIfAborted();
      const answer = await look();
      if (answer.met) {
        tell('met');
        return answer.value;
      }
      if (answer.seen !== seen) tell('looking', (seen = answer.seen));
      if (run.clock.now() >= deadline) {
        tell('timed out', seen);
        throw new Timeout(awaited, seen, run.clock.now() - begun);
      }
      await bell.rung(Math.min(changes.length > 0 ? 1000 : 200, Math.max(1, deadline - run.clock.now())));
    }
  } catch (error) {
    if (!(error instanceof Timeout)) tell('given up', seen);
    throw error;
  } finally {
    for (const stop of stops) stop();
  }
}

/** Claims that something stays as it is: looks until `seconds` have passed, and gives what `look` first had against it. */
export async function holds(
  run: Run,
  {
    claimed,
    seconds,
    look,
    changes = [],
  }: {
    /** What stays so, as a clause: `nothing else of luneo-prod-eu-west-1 is pruned`. */
    claimed: string;
    seconds: number;
    look: () => string | undefined | Promise<string | undefined>;
    changes?: readonly Changes[];
  },
): Promise<string | undefined> {
  const end = run.clock.now() + seconds * 1000;
  const tell = teller(run, `for ${String(seconds)} s ${claimed}`);
  const bell = newBell();
  const stops = changes.map((change) => change.onChange(bell.ring));
  let ended: 'met' | 'given up' = 'given up';
  tell('begun');
  try {
    for (;;) {
      run.signal.throwIfAborted();
      const against = await look();
      if (against !== undefined) return against;
      const left = end - run.clock.now();
      if (left <= 0) {
        ended = 'met';
        return undefined;
      }
      await bell.rung(Math.min(200, left));
    }
  } finally {
    tell(ended);
    for (const stop of stops) stop();
  }
}

type WaitState = Extract<ProgressEvent, { kind: 'wait' }>['state'];

/** Tells how it stands with one wait. */
function teller(run: Run, awaited: string): (state: WaitState, lastSeen?: string) => void {
  const id = (waits += 1);
  return (state, lastSeen) =>
    run.progress.tell({
      kind: 'wait',
      at: run.clock.now(),
      id,
      awaited,
      state,
      ...(lastSeen === undefined ? {} : { lastSeen }),
    });
}

/** A ring between two waits is not lost. */
function newBell(): { ring(): void; rung(milliseconds: number): Promise<void> } {
  let heard = false;
  let wake: () => void = () => {};
  return {
    ring() {
      heard = true;
      wake();
    },
    async rung(milliseconds) {
      if (!heard) {
        const timer = new AbortController();
        const woken = new Promise<void>((resolve) => (wake = resolve));
        await Promise.race([
          woken,
          sleep(milliseconds, undefined, { signal: timer.signal }).catch(() => undefined),
        ]);
        timer.abort();
      }
      heard = false;
    },
  };
}
