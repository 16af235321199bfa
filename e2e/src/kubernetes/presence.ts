import { setTimeout as sleep } from 'node:timers/promises';

/** Tells many watches when an API server that was away is back, by one of them asking. */
export interface Presence {
  /** Resolves once the server answers again; rejects when `signal` is aborted. */
  back(): Promise<void>;
}

/** @param isReady whether the server answers within so many milliseconds. */
export function newPresence(
  isReady: (milliseconds: number) => Promise<boolean>,
  signal: AbortSignal,
): Presence {
  let asking: Promise<void> | undefined;

  async function ask(): Promise<void> {
    do await sleep(150, undefined, { signal });
    while (!(await isReady(1000)));
  }

  return {
    back: () => (asking ??= ask().finally(() => (asking = undefined))),
  };
}
