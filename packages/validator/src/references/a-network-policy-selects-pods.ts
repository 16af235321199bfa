import type { ClusterCheck } from '../check/check.ts';
import { fieldAt, listAt } from '../json/fields.ts';
import { checkSelector } from './lookup/check-selector.ts';
import { namespaceOf } from './lookup/identity.ts';
import { labelSelector } from './lookup/label-selector.ts';
import { selectPods } from './lookup/select-pods.ts';

export const aNetworkPolicySelectsPods: ClusterCheck = {
  rule: 'A NetworkPolicy selects pods, and so do its rules for the own namespace',
  explanation: {
    code: 'SEA3427',
    title: 'A NetworkPolicy selects no pods',
    meaning:
      'The podSelector of the policy, or of a peer in its own namespace, matches no pods. The policy then protects nothing, or the peer that was meant stays shut out. Policies are often written for pods that are only there at times, so this is a warning.',
    fix: 'Compare the selector with the labels of the pod template. An empty selector means all pods.',
  },
  run(cluster, say) {
    for (const by of cluster.ofKind('networking.k8s.io', 'NetworkPolicy')) {
      const namespace = namespaceOf(by);
      const selectors = [
        { value: fieldAt(by.object, 'spec', 'podSelector'), field: '/spec/podSelector' },
        ...peersOf(by.object),
      ];
      for (const { value, field } of selectors) {
        const requirements = labelSelector(value);
        if (requirements === undefined || selectPods(cluster, namespace, requirements).length > 0) continue;
        checkSelector(cluster, say, { by, field, namespace, requirements, severity: 'warning' });
      }
    }
  },
};

/** Peers in other namespaces are left alone: what runs there often comes from elsewhere. */
function peersOf(policy: unknown) {
  return (
    [
      ['ingress', 'from'],
      ['egress', 'to'],
    ] as const
  ).flatMap(([rules, peers]) =>
    listAt(policy, 'spec', rules).flatMap((rule, ruleIndex) =>
      listAt(rule, peers).flatMap((peer, index) =>
        fieldAt(peer, 'namespaceSelector') === undefined
          ? [
              {
                value: fieldAt(peer, 'podSelector'),
                field: `/spec/${rules}/${ruleIndex}/${peers}/${index}/podSelector`,
              },
            ]
          : [],
      ),
    ),
  );
}
