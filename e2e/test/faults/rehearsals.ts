import type { FaultName } from '../../src/faults/fault-name.ts';

/** Faults that are switched on in one rehearsal of the test fleet, each only while its own kind of proof runs. */
export interface Rehearsed {
  /** What is tried: kinds of proof, and single claims. */
  readonly proofs: readonly string[];
  /** The claims that each fault makes false: these and no other are disproven. */
  readonly disproves: Readonly<Partial<Record<FaultName, readonly string[]>>>;
}

const clusters = ['north', 'south'] as const;
const onBoth = (claim: (cluster: string) => readonly string[]): readonly string[] => clusters.flatMap(claim);

/** Synced by Argo CD without a person. */
const automated = [
  'reports-management-hub',
  ...onBoth((cluster) => [
    `gatekeeper-prod-${cluster}`,
    `external-secrets-prod-${cluster}`,
    `shop-prod-${cluster}`,
  ]),
];

/** Two, since two faults that one kind of proof has to notice cannot be told apart when both are on. */
export const rehearsals: readonly Rehearsed[] = [
  {
    proofs: [
      'syncs',
      'order',
      'smoke',
      'heals',
      'reaches',
      'prunes',
      'manual',
      'windows',
      'admission',
      'failover/north-to-south/both-active',
      'failover/north-to-south',
    ],
    disproves: {
      'wrong-wave': onBoth((cluster) => [
        `order/shop-prod-${cluster}-after-gatekeeper-prod-${cluster}`,
        `order/shop-prod-${cluster}-after-external-secrets-prod-${cluster}`,
      ]),
      'secret-missing': ['smoke/secrets-north'],
      'self-heal-off': automated.map((placement) => `heals/${placement}`),
      'stale-revision': automated.map((placement) => `reaches/${placement}`),
      'prune-off': automated.map((placement) => `prunes/${placement}`),
      'webhook-ignored': onBoth((cluster) => [
        `admission/${cluster}/no-latest`,
        `admission/${cluster}/no-latest-pods`,
        `admission/${cluster}/named-and-placed`,
        `admission/${cluster}/webhook-away`,
      ]),
      'fence-skipped': ['failover/north-to-south'],
    },
  },
  {
    proofs: [
      'syncs',
      'order',
      'smoke',
      'heals',
      'admission',
      'failover/north-to-south/both-active',
      'failover/north-to-south',
    ],
    disproves: {
      'hook-skipped': ['order/shop-prod-north'],
      'foreign-writer': ['heals/reports-management-hub'],
      'standby-under-scaled': ['failover/north-to-south'],
    },
  },
];
