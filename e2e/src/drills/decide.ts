/** All that a decision to fail over hangs on. Every list says what is wrong, as clauses. */
export interface Situation {
  readonly from: string;
  readonly to: string;
  /** A person ordered a switchover; else the loss of the peer is the reason. */
  readonly planned: boolean;
  /** A failover happened and nobody has reset the drill since. */
  readonly latched: boolean;
  /** The detector has lost the cluster that is to be taken over. */
  readonly peerLost: boolean;
  /** Which of the two offer the public hosts to clients, as far as anybody can see. */
  readonly claimants: readonly string[];
  readonly standby: {
    readonly ready: boolean;
    /** Applications of it that are not healthy, or not what is published. */
    readonly applications: readonly string[];
    /** Workloads with fewer ready pods than declared. */
    readonly pods: readonly string[];
    readonly secrets: readonly string[];
    readonly policies: readonly string[];
  };
  /** Milliseconds by which the standby's data were behind when they last arrived. */
  readonly lag: number;
  /** Milliseconds of writes that may be lost. */
  readonly lossAllowed: number;
}

/** Why nothing is done; empty: go. */
export function decide(situation: Situation): string[] {
  const { from, to, planned, latched, peerLost, claimants, standby, lag, lossAllowed } = situation;
  const reasons: string[] = [];
  if (!planned && !peerLost) reasons.push(`${from} is not lost`);
  if (!planned && latched) reasons.push('there was a failover already, and nobody has reset the latch since');
  if (claimants.includes(from) && claimants.includes(to))
    reasons.push(`both ${from} and ${to} claim to be active`);
  if (!standby.ready) reasons.push(`the API server of ${to} is not ready`);
  reasons.push(...standby.applications, ...standby.pods, ...standby.secrets, ...standby.policies);
  if (lag > lossAllowed)
    reasons.push(`the data of ${to} were ${Math.round(lag)} ms behind, and ${lossAllowed} ms may be lost`);
  return reasons;
}
