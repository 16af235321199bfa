import type { FaultName } from '../../src/faults/fault-name.ts';

/** Faults that are switched on in one rehearsal of the test fleet, each only while its own kind of proof runs. */
export interface Rehearsed {
  /** What is tried: kinds of proof, and single claims. */
  readonly proofs: readonly string[];
  readonly noticed: Readonly<Partial<Record<FaultName, Noticed>>>;
}

/** How a fault shows. */
interface Noticed {
  /** The claims that it makes false: these and no other are disproven. */
  readonly claims: readonly string[];
  /** In the reason of each. */
  readonly because: RegExp;
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

/** Kinds of proof that no fault is for. */
export const provenAllTheSame: readonly string[] = ['manual', 'windows', 'bad-commit', 'git-away'];

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
      'admission',
      'failover/north-to-south/both-active',
      'failover/north-to-south',
    ],
    noticed: {
      'wrong-wave': {
        claims: onBoth((cluster) => [
          `order/shop-prod-${cluster}-after-gatekeeper-prod-${cluster}`,
          `order/shop-prod-${cluster}-after-external-secrets-prod-${cluster}`,
        ]),
        because: /^the Application shop-prod-\w+ was made .* before/u,
      },
      'secret-missing': { claims: ['smoke/secrets-north'], because: /there is no Secret credentials$/u },
      'self-heal-off': {
        claims: automated.map((placement) => `heals/${placement}`),
        because: /: not healed, and nothing is done about it/u,
      },
      'stale-revision': {
        claims: automated.map((placement) => `reaches/${placement}`),
        because: /is Synced, but/u,
      },
      'prune-off': {
        claims: automated.map((placement) => `prunes/${placement}`),
        because: /is there, and nothing is done about it/u,
      },
      'webhook-ignored': {
        claims: onBoth((cluster) => [
          `admission/${cluster}/no-latest`,
          `admission/${cluster}/no-latest-pods`,
          `admission/${cluster}/named-and-placed`,
          `admission/${cluster}/webhook-away`,
        ]),
        because: /is let in/u,
      },
      'fence-skipped': {
        claims: ['failover/north-to-south'],
        because: /clients of one host were sent to both clusters/u,
      },
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
    noticed: {
      'hook-skipped': { claims: ['order/shop-prod-north'], because: /^Job shop\/migrate .*never written/u },
      'foreign-writer': {
        claims: ['heals/reports-management-hub'],
        because: /by somebody else/u,
      },
      'standby-under-scaled': {
        claims: ['failover/north-to-south'],
        because: /is synced and healthy on south, yet .* has 1 of /u,
      },
    },
  },
];
