import { setTimeout as sleep } from 'node:timers/promises';
import type { Run } from '../run/run.ts';
import type { Changes } from '../run/wait.ts';

/** How many answers, or none, in a row make up a detector's mind. */
export interface Stubbornness {
  /** Probes without an answer after which a cluster is lost. */
  readonly misses: number;
  /** Probes with an answer after which a lost cluster is back. */
  readonly hits: number;
}

export interface Presence {
  readonly state: 'present' | 'lost';
  /** Probes in a row that said otherwise than the last change of state. */
  readonly missed: number;
  readonly hit: number;
}

export const present: Presence = { state: 'present', missed: 0, hit: 0 };

/** What a detector thinks after one more probe. A single answer starts the count of misses anew, and the other way round. */
export function afterProbe(before: Presence, answered: boolean, { misses, hits }: Stubbornness): Presence {
  const missed = answered ? 0 : before.missed + 1;
  const hit = answered ? before.hit + 1 : 0;
  if (before.state === 'present' && missed >= misses) return { state: 'lost', missed, hit: 0 };
  if (before.state === 'lost' && hit >= hits) return { state: 'present', missed: 0, hit };
  return { state: before.state, missed, hit };
}

/** Milliseconds from the beginning of one probe to that of the next. */
export const probeInterval = 200;
/** Milliseconds after which a probe without an answer is a miss. */
export const probeTimeout = 400;
/** A second of silence is a loss; two seconds of answers are a return. */
export const stubbornness: Stubbornness = { misses: 5, hits: 10 };

/**
 * Watches over one cluster. Argo CD is no failure detector: the Applications of a dead cluster stay Synced and Healthy
 * (argo-cd#8860), so a drill has to have its own.
 */
export interface Detector extends Changes {
  readonly presence: Presence;
  /** Whether the last probe was answered: the first word of a cluster that comes back. */
  readonly answered: boolean;
  stop(): void;
}

/** @param probe one look at the cluster; false for no answer in time. */
export function startDetector(run: Run, probe: () => Promise<boolean>): Detector {
  const listeners = new Set<() => void>();
  const stopped = new AbortController();
  const signal = AbortSignal.any([stopped.signal, run.signal]);
  let presence = present;
  let answered = true;

  async function loop(): Promise<void> {
    while (!signal.aborted) {
      const begun = run.clock.now();
      answered = await probe();
      if (signal.aborted) return;
      presence = afterProbe(presence, answered, stubbornness);
      for (const listener of listeners) listener();
      const left = probeInterval - (run.clock.now() - begun);
      if (left > 0) await sleep(left, undefined, { signal }).catch(() => undefined);
    }
  }
  const looping = loop();
  looping.catch(() => undefined);

  return {
    get presence() {
      return presence;
    },
    get answered() {
      return answered;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => stopped.abort(),
  };
}
