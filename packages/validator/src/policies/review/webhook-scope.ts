import { fieldAt, listAt, textAt } from '../../json/fields.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import { labelSelector, type Labels } from '../match/label-selector.ts';
import { namespaceNameLabel } from '../match/matcher.ts';
import { namespacesOf } from './namespaces.ts';

/** Whether a webhook of Gatekeeper is asked about what is in a namespace, and about the Namespace itself. */
export type WebhookScope = (namespace: string) => boolean;

/**
 * As the configuration of the webhook among the objects says; without one, as Gatekeeper's chart does: neither in its own
 * namespace, nor where a Namespace has the label to be ignored. Source: Gatekeeper's documentation, "Exempting Namespaces".
 */
export function webhookScope(
  cluster: ClusterView,
  { kind, name }: { readonly kind: string; readonly name: string },
): WebhookScope {
  const webhook = cluster
    .ofKind('admissionregistration.k8s.io', kind)
    .flatMap(({ object }) => listAt(object, 'webhooks'))
    .find((one) => textAt(one, 'name') === name);
  const { matches } = labelSelector(
    webhook === undefined ? usual : (fieldAt(webhook, 'namespaceSelector') ?? {}),
  );
  const { labels } = namespacesOf(cluster);
  // Every constraint asks of every object, and there are few namespaces.
  const answers = new Map<string, boolean>();
  return (namespace) => {
    const answer = answers.get(namespace) ?? matches(labels(namespace) ?? named(namespace));
    answers.set(namespace, answer);
    return answer;
  };
}

const named = (namespace: string): Labels => ({ [namespaceNameLabel]: namespace });

const usual = {
  matchExpressions: [
    { key: 'admission.gatekeeper.sh/ignore', operator: 'DoesNotExist' },
    { key: namespaceNameLabel, operator: 'NotIn', values: ['gatekeeper-system'] },
  ],
};
