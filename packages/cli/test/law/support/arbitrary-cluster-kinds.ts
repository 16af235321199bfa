import fc from 'fast-check';
import { kind, roleRef, subjects } from './arbitrary-kind.ts';
import { image, json, name, text } from './arbitrary-texts.ts';

export const clusterKinds = fc.oneof(
  kind('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', fc.record({ roleRef, subjects })),
  kind(
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    fc.record({
      spec: fc.record({ group: text, containers: fc.array(fc.record({ image }), { maxLength: 2 }) }),
    }),
  ),
  kind(
    'admissionregistration.k8s.io/v1',
    'ValidatingWebhookConfiguration',
    fc.record({
      webhooks: fc.uniqueArray(
        fc.record({
          name: fc.constantFrom('a.b.c', 'd.e.f'),
          clientConfig: fc.record({
            service: fc.record({ name, namespace: fc.constantFrom('luneo', 'two'), path: text }),
          }),
        }),
        { maxLength: 2, selector: (element) => element.name },
      ),
    }),
  ),
  kind('constraints.gatekeeper.sh/v1beta1', 'K8sRequiredLabels', fc.record({ spec: json })),
  kind('v1', 'Namespace', fc.record({})),
);
