import type { Rehearsal } from '../../src/report/rehearsal.ts';
import { proofKinds } from '../../src/trial/claim.ts';
import { sampleDrills } from './sample-drills.ts';
import { sampleProofs } from './sample-proofs.ts';
import { sampleTimeline } from './sample-timeline.ts';

/** A rehearsal as a fleet of three clusters gives it: most of it proven, a disproof, a timeout, two claims left open. */
export function sampleRehearsal(): Rehearsal {
  const image = 'the images are in a private registry';
  return {
    fleet: 'luneo',
    provider: 'local',
    plane: 'control plane',
    began: '2026-11-21T19:02:11.000Z',
    took: 258_400,
    stages: [
      { title: 'Clusters and Argo CD', began: 0, ended: 18_700 },
      { title: 'Syncs', began: 18_700, ended: 47_800 },
      { title: 'Order', began: 47_800, ended: 68_000 },
      { title: 'Self-heal', began: 68_000, ended: 124_500 },
      { title: 'Reaches', began: 124_500, ended: 131_000 },
      { title: 'Prunes', began: 131_000, ended: 160_100 },
      { title: 'Bad commit', began: 160_100, ended: 186_200 },
      { title: 'Failover', began: 186_200, ended: 254_100 },
      { title: 'Taking away', began: 254_100, ended: 258_400 },
    ],
    versions: {
      Seatrial: '0.1.0',
      'Argo CD': '3.4.2',
      'Kubernetes of hub': '1.29.15',
      'Kubernetes of eu-west-1': '1.29.15',
      'Kubernetes of us-east-1': '1.29.15',
      etcd: '3.7.3',
      kwok: '0.8.0',
      Gatekeeper: '3.23.1',
      'External Secrets': '0.19.2',
    },
    knobs: [
      { name: 'ARGOCD_SYNC_WAVE_DELAY', value: '0 s', usual: '2 s' },
      { name: '--self-heal-backoff-timeout-seconds', value: '0', usual: '2' },
      { name: '--app-resync', value: '10 s', usual: '120 s' },
      { name: '--revision-cache-expiration', value: '1 s', usual: '3 min' },
    ],
    standIns: [
      ...['backend', 'frontend', 'worker'].map((name) => ({
        what: 'image',
        where: 'luneo-prod-eu-west-1, luneo-prod-us-east-1',
        real: `000000000000.dkr.ecr.eu-central-1.amazonaws.com/luneo/${name}:2.14.3`,
        standIn: 'none: kwok reports the pod as it would become',
        why: `On the control plane no container runs, and ${image}.`,
      })),
      {
        what: 'repository',
        where: 'all placements',
        real: 'https://git.luneo.app/luneo/luneo-platform.git',
        standIn: 'http://127.0.0.1:41873/luneo-platform.git',
        why: 'A rehearsal pushes commits of its own.',
      },
      ...Array.from({ length: 11 }, (_, index) => ({
        what: 'deadline',
        where: `placement ${index + 1}`,
        real: 'retry 10 times, 10 s × 2, at most 3 min',
        standIn: 'retry 5 times, 1 s × 2, at most 5 s',
        why: 'A rehearsal lasts minutes.',
      })),
    ],
    kinds: proofKinds.map((name) => ({
      name,
      title: name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' '),
      promise: promises[name] ?? '',
    })),
    proofs: sampleProofs(),
    timeline: sampleTimeline(),
    drills: sampleDrills(),
    ended: 'complete',
  };
}

const promises: Readonly<Record<string, string>> = {
  syncs: 'Argo CD syncs every placement to exactly the pushed commit; live objects equal the compiled ones.',
  heals:
    'Argo CD heals fields that git names, deleted objects, and elements added to an atomic list. What git does not name is left.',
  prunes: 'What carries its tracking id and is no longer in git is deleted, and nothing else is.',
  failover:
    'Two roles are exchanged in one commit; the old active is fenced first and never serves again by itself.',
};
