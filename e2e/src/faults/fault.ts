import type { KubernetesObject, ResolvedFleet } from '@seatrial/compiler';
import type { ProofKindName } from '../trial/claim.ts';
import type { Trial } from '../trial/trial.ts';
import type { FaultName } from './fault-name.ts';

/** Something that is made wrong on purpose, to see that the proof which should notice does. */
export interface Fault {
  readonly name: FaultName;
  /** What is wrong while it is on: one sentence. */
  readonly what: string;
  /** The kind of proof that has to notice; the fault is on while that kind is proven, and during the first sync for `syncs` and `order`. */
  readonly breaks: ProofKindName;
  /** What is written to git instead, while what is expected stays. */
  readonly tamper?: Tamper;
  /** Says that an Application carries what {@link tamper} wrote: then it is written at once, not with the next commit of the proof. */
  readonly inForce?: (application: KubernetesObject) => boolean;
  /** Makes something wrong in the running lab; what it gives takes that back. */
  readonly begin?: (trial: Trial) => Promise<() => Promise<void>>;
}

/** `fleet` is what should be written; absent `before`: this is the first commit. */
export type Tamper = (fleet: ResolvedFleet, before: CommitBefore | undefined) => ResolvedFleet;

interface CommitBefore {
  /** What should have been written. */
  readonly meant: ResolvedFleet;
  readonly written: ResolvedFleet;
}
