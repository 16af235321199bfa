import type { Explanation, Finding, Place, Severity } from '@seatrial/compiler';
import type { ClusterView } from '../rendered/cluster-view.ts';
import type { FleetView } from '../rendered/fleet-view.ts';
import type { SetView } from '../rendered/set-view.ts';

/** One rule over rendered objects, in a file of its own that is named as a sentence. */
export interface Check<Subject> {
  /** The rule as a sentence: `A ConfigMap, Secret and key that a pod reads is there`. */
  readonly rule: string;
  /** The code of its findings, and what `seatrial explain` says of it. */
  readonly explanation: Explanation;
  readonly run: (subject: Subject, say: Say) => void;
}

export type ClusterCheck = Check<ClusterView>;
export type SetCheck = Check<SetView>;
export type FleetCheck = Check<FleetView>;

/** How a check tells what it finds. */
export interface Say {
  /** The rule is broken there. */
  wrong(place: Place, words: Words): void;
  /** It cannot be known whether the rule holds there; `reason` is a clause: `the chart loki is not rendered`. */
  unknown(place: Place, reason: string): void;
}

export interface Words extends Pick<Finding, 'sentence' | 'hint'> {
  /** `error` unless said otherwise. */
  readonly severity?: Severity;
}
