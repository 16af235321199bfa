/** Ways to make a rehearsal's claims false, one at a time: that the proofs notice is proven with them. */
export const faultNames = [
  'self-heal-off',
  'prune-off',
  'wrong-wave',
  'stale-revision',
  'webhook-ignored',
  'fence-skipped',
  'standby-under-scaled',
  'secret-missing',
  'hook-skipped',
  'foreign-writer',
] as const;
export type FaultName = (typeof faultNames)[number];
