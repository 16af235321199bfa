import type { ClusterCheck } from '../check/check.ts';
import { fieldAt, listAt, textAt } from '../json/fields.ts';
import { placeOf } from '../rendered/place-of.ts';
import { called, namespaceOf } from './lookup/identity.ts';
import { labelSelector } from './lookup/label-selector.ts';
import { mayMakeMore } from './lookup/makers.ts';
import { portNames, portsOfPods, portTexts } from './lookup/ports.ts';
import { selectPods } from './lookup/select-pods.ts';
import { listed, suggestion } from './lookup/suggestion.ts';
import { unseenIn } from './lookup/unseen.ts';

export const aPolicyPortIsDeclared: ClusterCheck = {
  rule: 'A port that a NetworkPolicy names is declared by the pods that it selects',
  explanation: {
    code: 'SEA3435',
    title: 'A NetworkPolicy lets in a port that its pods do not declare',
    meaning:
      'A rule for incoming connections names a port that none of the selected pods declares under that name and protocol. The rule lets nothing in.',
    fix: 'Correct the port, name it in the container, or write its number.',
  },
  run(cluster, say) {
    for (const by of cluster.ofKind('networking.k8s.io', 'NetworkPolicy')) {
      const requirements = labelSelector(fieldAt(by.object, 'spec', 'podSelector'));
      const namespace = namespaceOf(by);
      const pods = requirements === undefined ? [] : selectPods(cluster, namespace, requirements);
      if (pods.length === 0) continue;
      const ports = pods.flatMap(portsOfPods);
      for (const { port, protocol, field } of namedPorts(by.object)) {
        if (ports.some((one) => one.name === port && one.protocol === protocol)) continue;
        const reason = unseenIn(cluster, namespace) ?? mayMakeMore(cluster, namespace);
        if (reason !== undefined) {
          say.unknown(placeOf(by, field), reason);
          continue;
        }
        const named = ports.filter(({ name }) => name !== undefined);
        say.wrong(placeOf(by, field), {
          severity: 'warning',
          sentence: `${called(by)} lets in the ${protocol} port ${port}, and the pods that it selects declare ${
            named.length === 0 ? 'no port with a name' : `only ${listed(portTexts(named))}`
          }.`,
          hint: suggestion(port, portNames(ports), `Name a container port ${port}, or write a number.`),
        });
      }
    }
  },
};

function namedPorts(policy: unknown) {
  return listAt(policy, 'spec', 'ingress').flatMap((rule, ruleIndex) =>
    listAt(rule, 'ports').flatMap((entry, index) => {
      const port = textAt(entry, 'port');
      const protocol = textAt(entry, 'protocol') || 'TCP';
      return port ? [{ port, protocol, field: `/spec/ingress/${ruleIndex}/ports/${index}/port` }] : [];
    }),
  );
}
