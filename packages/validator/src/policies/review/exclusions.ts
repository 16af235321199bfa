import type { ClusterView } from '../../rendered/cluster-view.ts';
import { listAt } from '../../json/fields.ts';
import { globMatches } from '../match/glob.ts';
import { isNamespace, type Subject } from '../match/subject.ts';
import { webhookScope } from './webhook-scope.ts';

type GatekeeperProcess = 'webhook' | 'mutation-webhook' | 'audit' | 'sync';

/** Whether Gatekeeper's own configuration keeps one of its processes away from an object. */
export type Exclusions = (subject: Subject, process: GatekeeperProcess) => boolean;

/**
 * Source: Gatekeeper's documentation, "Exempting Namespaces": `spec.match` of the Config, and what its
 * webhooks are asked about. `gator` looks at neither (gatekeeper issue 1729).
 */
export function exclusionsOf(cluster: ClusterView): Exclusions {
  const entries = cluster
    .ofKind('config.gatekeeper.sh', 'Config')
    .flatMap(({ object }) => listAt(object, 'spec', 'match'))
    .map((entry) => ({
      processes: listAt(entry, 'processes'),
      namespaces: listAt(entry, 'excludedNamespaces').filter((name) => typeof name === 'string'),
    }));
  const webhooks = {
    webhook: webhookScope(cluster, {
      kind: 'ValidatingWebhookConfiguration',
      name: 'validation.gatekeeper.sh',
    }),
    'mutation-webhook': webhookScope(cluster, {
      kind: 'MutatingWebhookConfiguration',
      name: 'mutation.gatekeeper.sh',
    }),
  };
  return (subject, process) => {
    const name = isNamespace(subject) ? subject.name : subject.namespace;
    if (name === '') return false;
    if ((process === 'webhook' || process === 'mutation-webhook') && !webhooks[process](name)) return true;
    return entries.some(
      ({ processes, namespaces }) =>
        (processes.includes('*') || processes.includes(process)) &&
        namespaces.some((glob) => globMatches(glob, name)),
    );
  };
}
