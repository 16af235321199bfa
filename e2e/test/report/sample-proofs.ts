import type { Proof, ProofKindName } from '../../src/trial/claim.ts';
import { samplePlacements } from './sample-timeline.ts';

type Told = Pick<Proof, 'kind' | 'sentence'> & Partial<Proof>;

/** Some sixty proofs of all kinds. */
export function sampleProofs(): readonly Proof[] {
  let clock = 44_800;
  const prove = (told: Told, index: number): Proof => {
    const began = told.began ?? (clock += told.kind === 'syncs' ? 40 : 2400);
    const ended = told.ended ?? began + 900 + ((index * 7919) % 9000);
    const place = told.placement ?? told.cluster;
    return {
      id: `${told.kind}/${place ?? 'fleet'}`,
      outcome: 'proven',
      plane: 'control plane',
      began,
      ended,
      seen: [
        { at: began + 110, text: `The claim is about ${place ?? 'the fleet'}.` },
        { at: ended - 40, text: `What was awaited came at revision 4f1c2d0.` },
      ],
      measures: [{ name: 'seen after', value: ended - began - 40, unit: 'ms' }],
      ...told,
    };
  };
  const automated = samplePlacements.map(({ placement, cluster }) => ({ placement, cluster }));
  const each = (kind: ProofKindName, sentence: (name: string) => string): readonly Told[] =>
    automated.map((place) => ({ kind, sentence: sentence(place.placement), ...place }));
  const told: readonly Told[] = [
    ...each(
      'syncs',
      (name) => `${name} syncs to the pushed commit, is healthy, and equals what was compiled.`,
    ),
    ...each('order', (name) => `${name} creates its objects in the order of its waves.`).slice(0, 8),
    ...each('heals', (name) => `${name} heals a changed field, a deleted object and a changed label.`).map(
      (claim) => (claim.placement === 'luneo-prod-eu-west-1' ? { ...claim, ...disproof } : claim),
    ),
    ...each('reaches', (name) => `A commit to ${name} reaches it and no other placement.`).slice(8),
    ...each('prunes', (name) => `What leaves the model of ${name} is pruned, and nothing else.`).slice(9),
    {
      kind: 'smoke',
      sentence: 'https://app.luneo.app/healthz answers 200 through the entry.',
      cluster: 'eu-west-1',
      outcome: 'not proven here',
      reason: 'No packets flow on the control plane; the kind provider proves it.',
      seen: [],
      measures: [],
    },
    { kind: 'admission', sentence: 'eu-west-1 refuses an image with the tag latest.', cluster: 'eu-west-1' },
    { kind: 'admission', sentence: 'us-east-1 refuses an image with the tag latest.', cluster: 'us-east-1' },
    {
      kind: 'bad-commit',
      sentence: 'A failing hook stops the sync, and a revert brings the old state back.',
    },
    {
      kind: 'controllers-killed',
      sentence: 'A sync whose controller is killed is finished by the next one.',
      ...timeout,
    },
    { kind: 'git-away', sentence: 'Nothing is pruned while the git server is away.' },
    {
      kind: 'failover',
      sentence: 'us-east-1 takes over when eu-west-1 is lost, and gives back.',
      began: 186_200,
      ended: 232_900,
    },
    {
      kind: 'failover',
      id: 'failover/broken-standby',
      sentence: 'A failover to a broken standby is refused.',
      began: 236_000,
      ended: 244_600,
    },
    {
      kind: 'failover',
      id: 'failover/partition',
      sentence: 'A partition with a living primary never has two of them serve.',
      outcome: 'disproven',
      reason: 'Both eu-west-1 and us-east-1 served for 1.6 s: us-east-1 began before the fence held.',
      began: 246_000,
      ended: 253_500,
    },
  ];
  return told.map(prove);
}

const disproof: Partial<Proof> = {
  outcome: 'disproven',
  began: 98_120,
  ended: 118_460,
  reason:
    'Deployment luneo/api: spec.replicas stayed 7 for 20 s after it was changed from 3; git says 3, and selfHeal is on.',
  seen: [
    { at: 98_300, text: 'Deployment luneo/api: spec.replicas changed from 3 to 7 by the rehearsal.' },
    { at: 99_100, text: 'Argo CD says OutOfSync at 4f1c2d0; the difference names Deployment luneo/api.' },
    { at: 103_900, text: 'Service luneo/api: deleted; it came back after 1.1 s with a new uid.' },
    { at: 118_400, text: 'Deployment luneo/api: spec.replicas is still 7; no sync operation since 99.1 s.' },
  ],
  measures: [
    { name: 'watched for', value: 20_160, unit: 'ms' },
    { name: 'writes by Argo CD', value: 1, unit: 'writes' },
  ],
  dump: [
    {
      title: 'Application luneo-prod-eu-west-1',
      text: 'status:\n  sync:\n    status: OutOfSync\n    revision: 4f1c2d0b7a\n  health:\n    status: Healthy\n  conditions: []',
    },
    {
      title: 'log of the application controller',
      text: Array.from(
        { length: 250 },
        (_, line) =>
          `{"level":"info","application":"argocd/luneo-prod-eu-west-1","msg":"Skipping auto-sync: already attempted sync to 4f1c2d0","line":${line}}`,
      ).join('\n'),
    },
  ],
};

const timeout: Partial<Proof> = {
  outcome: 'timeout',
  placement: 'observability-prod-us-east-1',
  cluster: 'us-east-1',
  reason:
    'observability-prod-us-east-1 is synced to 91be7c2: not within 30.0 s; last seen: OutOfSync at 4f1c2d0, operation Running since 28.7 s.',
  dump: [
    {
      title: 'process table',
      text: 'eu-west-1/kube-apiserver  running\nhub/application-controller  running',
    },
  ],
};
