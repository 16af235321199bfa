import type { ProgressEvent } from '../../run/progress.ts';

export interface OpenWait {
  readonly id: number;
  readonly awaited: string;
  readonly since: number;
  readonly lastSeen: string | undefined;
}

/** What is awaited at the moment, which claims are being shown, and how those that ended came out. */
export interface State {
  readonly waits: ReadonlyMap<number, OpenWait>;
  /** Claim to when it began. */
  readonly claims: ReadonlyMap<string, number>;
  readonly outcomes: ReadonlyMap<string, number>;
  readonly stage: string | undefined;
  /** Takes an event in. Returns when the claim began that it ends. */
  take(event: ProgressEvent): number | undefined;
  /** Milliseconds of the rehearsal's clock, which events bring along. */
  now(): number;
}

export function newState(): State {
  const waits = new Map<number, OpenWait>();
  const claims = new Map<string, number>();
  const outcomes = new Map<string, number>();
  let stage: string | undefined;
  let zero = performance.now();
  return {
    waits,
    claims,
    outcomes,
    get stage() {
      return stage;
    },
    now: () => performance.now() - zero,
    take(event) {
      // Whoever tells does it at once, so the latest zero of all events is nearest to the clock's.
      zero = performance.now() - event.at;
      if (event.kind === 'stage') stage = event.title;
      if (event.kind === 'wait') {
        const { id, awaited, state, at, lastSeen } = event;
        const open = waits.get(id);
        if (state === 'begun' || state === 'looking')
          waits.set(id, { id, awaited, since: open?.since ?? at, lastSeen: lastSeen ?? open?.lastSeen });
        else waits.delete(id);
      }
      if (event.kind !== 'claim') return undefined;
      const { claim, state, at, outcome = 'ended' } = event;
      const began = claims.get(claim);
      if (state === 'begun') claims.set(claim, at);
      else {
        claims.delete(claim);
        outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      }
      return began;
    },
  };
}
