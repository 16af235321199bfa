import type { ResolvedFleet } from '@seatrial/compiler';

/** The kinds of proof, in the order in which a rehearsal makes them. */
export const proofKinds = [
  'syncs',
  'order',
  'smoke',
  'heals',
  'reaches',
  'prunes',
  'manual',
  'windows',
  'admission',
  'bad-commit',
  'controllers-killed',
  'git-away',
  'failover',
] as const;
export type ProofKindName = (typeof proofKinds)[number];

/** One thing that the model promises and a rehearsal can show. Derived from the resolved fleet, never written by hand. */
export interface Claim {
  /** `heals/luneo-prod-eu-west-1`; unique, and the same in every rehearsal of the same fleet. */
  readonly id: string;
  readonly kind: ProofKindName;
  /** What is claimed, as one sentence. */
  readonly sentence: string;
  readonly placement?: string;
  readonly cluster?: string;
}

export type Outcome = 'proven' | 'disproven' | 'timeout' | 'infrastructure' | 'not proven here';

/** A claim with what was seen. Times are milliseconds of the rehearsal's clock. */
export interface Proof extends Claim {
  readonly outcome: Outcome;
  readonly plane: 'control plane' | 'data plane';
  readonly began: number;
  readonly ended: number;
  /** Sentences, in the order in which things were seen. */
  readonly seen: readonly Sighting[];
  /** Named figures: `synced after`, 9600, `ms`. */
  readonly measures: readonly Measure[];
  /** Why it is not proven: one sentence. */
  readonly reason?: string;
  /** Everything that helps to find the cause; only where `outcome` is disproven, timeout or infrastructure. */
  readonly dump?: readonly DumpPart[];
}

export interface Sighting {
  readonly at: number;
  readonly text: string;
}

export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'objects' | 'times' | 'writes' | 'requests';
}

export interface DumpPart {
  /** `Application luneo-prod-eu-west-1`, `log of the application controller`. */
  readonly title: string;
  readonly text: string;
}

/** One kind of proof: what it can claim of a fleet, and how it shows it. */
export interface ProofKind {
  readonly name: ProofKindName;
  /** `Self-heal`: for headings. */
  readonly title: string;
  /** What exactly the engine promises, one sentence, with the source in the doc comment. */
  readonly promise: string;
  /** It begins with a commit of its own, whatever git says by then: the way back before it would be a commit for nothing. */
  readonly beginsAnywhere?: true;
  /** Nothing for a fleet that promises nothing of the kind. Pure. */
  derive(fleet: ResolvedFleet): readonly Claim[];
}
