import { proofKinds, type Outcome, type Proof } from '../trial/claim.ts';
import type { Rehearsal } from './rehearsal.ts';

/** Worst first: the order in which people read them. */
export const outcomes = [
  'disproven',
  'timeout',
  'infrastructure',
  'not proven here',
  'proven',
] as const satisfies readonly Outcome[];

export const isFailure = ({ outcome }: { readonly outcome: Outcome }): boolean =>
  outcome !== 'proven' && outcome !== 'not proven here';

/** How a rehearsal went, for the head of every report. */
export interface Verdict {
  /** `failed`: a claim failed, or the ground gave way. `open`: none failed, and not all are proven. */
  readonly state: 'proven' | 'open' | 'failed';
  /** `2 of 62 claims failed`. */
  readonly sentence: string;
  readonly counts: Readonly<Record<Outcome, number>>;
  /** Worst first, then in the order of the kinds. */
  readonly failures: readonly Proof[];
  readonly notProven: readonly Proof[];
}

export function verdictOf({ proofs, ended, selection }: Rehearsal): Verdict {
  const sorted = worstFirst(proofs);
  const failures = sorted.filter(isFailure);
  const notProven = sorted.filter(({ outcome }) => outcome === 'not proven here');
  const counts = Object.fromEntries(
    outcomes.map((outcome) => [outcome, proofs.filter((proof) => proof.outcome === outcome).length]),
  ) as Record<Outcome, number>;
  const open = notProven.length > 0 || proofs.length === 0 || ended === 'interrupted';
  return {
    state: failures.length > 0 || ended === 'infrastructure' ? 'failed' : open ? 'open' : 'proven',
    sentence: sentenceOf(
      { all: proofs.length, failed: failures.length, notProven: notProven.length },
      { ended, isPart: selection !== undefined },
    ),
    counts,
    failures,
    notProven,
  };
}

function sentenceOf(
  { all, failed, notProven }: Readonly<Record<'all' | 'failed' | 'notProven', number>>,
  { ended, isPart }: Pick<Rehearsal, 'ended'> & { readonly isPart: boolean },
): string {
  const claims = `${all}${isPart ? ' chosen' : ''} ${all === 1 ? 'claim' : 'claims'}`;
  const end = {
    complete: '',
    infrastructure: ', then the ground gave way',
    interrupted: ', then interrupted',
  }[ended];
  if (all === 0) return `Nothing was proven${end}`;
  if (failed > 0) return `${failed} of ${claims} failed${end}`;
  if (notProven > 0) return `${all - notProven} of ${claims} proven, ${notProven} not proven here${end}`;
  // Of a rehearsal that ended early nobody knows how many claims there would have been.
  return all === 1 || end !== '' ? `${claims} proven${end}` : `All ${claims} proven`;
}

/** By outcome, worst first; proofs of the same outcome in the order of the kinds, then as they were made. */
export function worstFirst(proofs: readonly Proof[]): readonly Proof[] {
  const rank = ({ outcome, kind }: Proof): number =>
    outcomes.indexOf(outcome) * proofKinds.length + proofKinds.indexOf(kind);
  return proofs.toSorted((a, b) => rank(a) - rank(b));
}

/** Proofs by kind, in the order of the kinds, worst first within one. */
export function byKind(rehearsal: Rehearsal): readonly {
  readonly kind: Proof['kind'];
  readonly title: string;
  readonly promise: string;
  readonly proofs: readonly Proof[];
}[] {
  return proofKinds.flatMap((kind) => {
    const proofs = worstFirst(rehearsal.proofs.filter((proof) => proof.kind === kind));
    const { title = kind, promise = '' } = rehearsal.kinds.find(({ name }) => name === kind) ?? {};
    return proofs.length === 0 ? [] : [{ kind, title, promise, proofs }];
  });
}

/** Where a claim is about: its placement, its cluster, or the whole fleet. */
export function placeOf({ placement, cluster }: Proof): string {
  return placement ?? cluster ?? 'the fleet';
}

/** What a time is not. */
export function planeNote(plane: Proof['plane']): string {
  return plane === 'control plane'
    ? 'control plane: not a production recovery time'
    : 'data plane of a rehearsal: not a production recovery time';
}
