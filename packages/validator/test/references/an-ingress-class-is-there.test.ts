import { anIngressClassIsThere } from '../../src/references/an-ingress-class-is-there.ts';
import { describeClass } from './support/describe-class.ts';
import { object } from './support/told.ts';

describeClass({
  check: anIngressClassIsThere,
  apiVersion: 'networking.k8s.io/v1',
  kind: 'IngressClass',
  wellKnown: 'alb',
  asking: (ingressClassName) =>
    object('networking.k8s.io/v1', 'Ingress', 'web', { spec: { ingressClassName } }),
  field: '/spec/ingressClassName',
});
