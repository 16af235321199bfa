import type { KubernetesObject, ResolvedFleet } from '@seatrial/compiler';
import { asRecord, asRecords } from './json.ts';
import { mapObjects, type MappedObject } from './map-objects.ts';
import type { Replaced } from './replacement.ts';

/** Webhooks of the fleet's own let everything pass: nobody answers them, and one that fails closed would refuse all. */
export function replaceWebhooks(fleet: ResolvedFleet): Replaced {
  return mapObjects(fleet, openWebhooks);
}

function openWebhooks(object: KubernetesObject): MappedObject {
  const { kind } = object;
  if (kind !== 'ValidatingWebhookConfiguration' && kind !== 'MutatingWebhookConfiguration')
    return { object, replacements: [] };
  const webhooks = asRecords(object['webhooks']);
  // `Fail` is what Kubernetes takes where nothing is said.
  const closed = webhooks.filter(({ clientConfig, failurePolicy = 'Fail' }) => {
    return asRecord(clientConfig)['service'] !== undefined && failurePolicy === 'Fail';
  });
  if (closed.length === 0) return { object, replacements: [] };
  return {
    object: {
      ...object,
      webhooks: webhooks.map((webhook) =>
        closed.includes(webhook) ? { ...webhook, failurePolicy: 'Ignore' } : webhook,
      ),
    },
    replacements: closed.map(({ name }) => ({
      what: 'admission webhook',
      real: `${String(name)} fails closed`,
      standIn: 'fails open',
      why: 'the Service behind it has nobody who answers',
    })),
  };
}
