/** Time of one rehearsal: milliseconds since it began, from a clock that never jumps. */
export interface Clock {
  now(): number;
  /** When the rehearsal began, for people. */
  readonly began: Date;
}

export function startClock(): Clock {
  const zero = performance.now();
  return { now: () => performance.now() - zero, began: new Date() };
}
