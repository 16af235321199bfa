import type { KubernetesObject } from '@seatrial/compiler';
import type { Fault } from './fault.ts';
import type { FaultName } from './fault-name.ts';
import { writeOverAndOver } from './foreign-writer.ts';
import { loseSecret } from './lose-secret.ts';
import { asBefore, promotedWithOnePod, withoutHooks, withoutOrder, withSync } from './tampered-fleets.ts';
import { passWebhookBy } from './pass-webhook-by.ts';

/** The catalogue. A rehearsal with one of them on must disprove claims of the kind that it breaks, and of no other. */
export const faults: Readonly<Record<FaultName, Fault>> = {
  'self-heal-off': {
    name: 'self-heal-off',
    what: 'Applications are written without selfHeal.',
    breaks: 'heals',
    tamper: withSync({ selfHeal: false }),
    inForce: isOff('selfHeal'),
  },
  'prune-off': {
    name: 'prune-off',
    what: 'Applications are written without prune.',
    breaks: 'prunes',
    tamper: withSync({ prune: false }),
    inForce: isOff('prune'),
  },
  'wrong-wave': {
    name: 'wrong-wave',
    what: 'Every Application is written into the first wave.',
    breaks: 'order',
    tamper: withoutOrder,
  },
  'hook-skipped': {
    name: 'hook-skipped',
    what: 'Hooks are left out of the first commit.',
    breaks: 'order',
    tamper: withoutHooks,
  },
  'stale-revision': {
    name: 'stale-revision',
    what: 'A commit holds what the commit before it held.',
    breaks: 'reaches',
    tamper: asBefore,
  },
  'webhook-ignored': {
    name: 'webhook-ignored',
    what: 'The API servers pass by the webhook of Gatekeeper.',
    breaks: 'admission',
    begin: passWebhookBy,
  },
  'secret-missing': {
    name: 'secret-missing',
    what: 'A Secret is gone, and External Secrets does not bring it back.',
    breaks: 'smoke',
    begin: loseSecret,
  },
  'foreign-writer': {
    name: 'foreign-writer',
    what: 'Somebody else writes a field that git names, again and again.',
    breaks: 'heals',
    begin: writeOverAndOver,
  },
  'standby-under-scaled': {
    name: 'standby-under-scaled',
    what: 'The cluster that takes over gets one pod of each Deployment.',
    breaks: 'failover',
    tamper: promotedWithOnePod,
  },
  'fence-skipped': {
    name: 'fence-skipped',
    what: 'The drill does not fence the old active cluster.',
    breaks: 'failover',
  },
};

/** `spec.syncPolicy.automated` without a setting; an Application that nobody syncs by itself has none of them. */
function isOff(setting: 'prune' | 'selfHeal'): (application: KubernetesObject) => boolean {
  return (application) => {
    const { syncPolicy } = application['spec'] as { syncPolicy?: { automated?: Record<string, unknown> } };
    return syncPolicy?.automated?.[setting] !== true;
  };
}
