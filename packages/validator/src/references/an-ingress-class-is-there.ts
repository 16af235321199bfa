import type { ClusterCheck } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import { checkClass } from './lookup/check-class.ts';

export const anIngressClassIsThere: ClusterCheck = {
  rule: 'The IngressClass of an Ingress is there',
  explanation: {
    code: 'SEA3418',
    title: 'An IngressClass is missing',
    meaning:
      'An Ingress asks for a class that is not among those that the cluster gets. No controller takes it, and it never gets an address. ' +
      'A cluster may come with a controller of its own, so this is a warning; where no IngressClass is known at all, it counts as not checked.',
    fix: 'Correct ingressClassName, or add the controller that brings the class.',
  },
  run(cluster, say) {
    for (const by of cluster.ofKind('networking.k8s.io', 'Ingress')) {
      const name = textAt(by.object, 'spec', 'ingressClassName');
      if (!name) continue;
      checkClass(cluster, say, {
        by,
        field: '/spec/ingressClassName',
        group: 'networking.k8s.io',
        kind: 'IngressClass',
        name,
        verb: 'asks for',
        wellKnown: /^(alb|gce|gce-internal|azure-application-gateway|webapprouting\..*|openshift-.*)$/,
      });
    }
  },
};
