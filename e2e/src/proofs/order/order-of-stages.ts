import { describeObject, objectId } from '@seatrial/compiler';
import type { Life } from './life.ts';

/** Lives of one stage of a sync. */
export interface LivedStage {
  readonly name: string;
  readonly lives: readonly Life[];
}

/**
 * What is against "each stage begins when everything before it is written and healthy", as sentences. The API
 * server's own count says what came first, not a clock.
 */
export function orderViolations(stages: readonly LivedStage[]): readonly string[] {
  const unseen = stages.flatMap(({ name, lives }) =>
    lives
      .filter(({ written }) => written === undefined)
      .map((life) => `${nameOf(life)} of ${name} was never written`),
  );
  return [
    ...unseen,
    ...stages.flatMap((later, index) => stages.slice(0, index).flatMap((earlier) => between(earlier, later))),
  ];
}

function between(earlier: LivedStage, later: LivedStage): readonly string[] {
  const first = firstWritten(later.lives);
  if (first?.written === undefined) return [];
  const { order } = first.written;
  return earlier.lives.flatMap((life) => {
    if (life.written === undefined) return [];
    const against = `${nameOf(first)} of ${later.name} was written before ${nameOf(life)} of ${earlier.name} was`;
    if (life.written.order > order) return [`${against} written`];
    if (!life.seenFromStart) return [];
    if (life.healthy === undefined || life.healthy.order > order) return [`${against} healthy`];
    return [];
  });
}

/** The violations as one sentence: one mistake often shows in many objects. */
export function describeViolations(violations: readonly string[]): string {
  const shown = violations.slice(0, 3).join('; ');
  return violations.length <= 3 ? shown : `${shown}; and ${String(violations.length - 3)} more of the kind`;
}

export function firstWritten(lives: readonly Life[]): Life | undefined {
  return lives
    .filter(({ written }) => written !== undefined)
    .toSorted((a, b) => compare(a.written?.order, b.written?.order))[0];
}

export function nameOf({ object }: Life): string {
  return describeObject(objectId(object));
}

function compare(a: bigint = 0n, b: bigint = 0n): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
