import type { ClusterCheck } from '../check/check.ts';
import { fieldAt, listAt, recordAt, textAt } from '../json/fields.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { checkBackend, type Backend } from './lookup/backend.ts';
import { namespaceOf } from './lookup/identity.ts';

export const anIngressReachesAService: ClusterCheck = {
  rule: 'The Services and ports behind an Ingress are there',
  explanation: {
    code: 'SEA3407',
    title: 'An Ingress sends requests to a Service or port that is not there',
    meaning:
      'The Service of a path or of the default backend does not exist in the namespace of the Ingress, or it has no port of that name or number. ' +
      'Requests are answered with 503 or 404, and some controllers refuse the whole Ingress.',
    fix: "Correct the name. The port is one of the Service's own (its port or name), not the target port.",
  },
  run(cluster, say) {
    for (const by of cluster.ofKind('networking.k8s.io', 'Ingress'))
      for (const backend of backendsOf(by)) checkBackend(cluster, say, backend);
  },
};

function backendsOf(by: LocatedObject): readonly Backend[] {
  const found = [
    ...backend(by, fieldAt(by.object, 'spec', 'defaultBackend'), '/spec/defaultBackend'),
    ...listAt(by.object, 'spec', 'rules').flatMap((rule, ruleIndex) =>
      listAt(rule, 'http', 'paths').flatMap((path, index) =>
        backend(by, fieldAt(path, 'backend'), `/spec/rules/${ruleIndex}/http/paths/${index}/backend`),
      ),
    ),
  ];
  // One wrong name behind ten paths is one finding.
  return [...new Map(found.map((one) => [`${one.service} ${one.port?.value ?? ''}`, one])).values()];
}

function backend(by: LocatedObject, value: unknown, at: string): readonly Backend[] {
  const service = textAt(value, 'service', 'name');
  const port = recordAt(value, 'service', 'port');
  const field = 'name' in port ? 'name' : 'number';
  const wanted = port[field];
  // The AWS controller takes such a "Service" from an annotation.
  if (!service || wanted === 'use-annotation') return [];
  return [
    {
      by,
      namespace: namespaceOf(by),
      service,
      field: `${at}/service/name`,
      ...(typeof wanted === 'string' || typeof wanted === 'number'
        ? { port: { value: wanted, field: `${at}/service/port/${field}` } }
        : {}),
    },
  ];
}
