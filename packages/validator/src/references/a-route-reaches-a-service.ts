import type { ClusterCheck } from '../check/check.ts';
import { fieldAt, listAt, textAt } from '../json/fields.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { checkBackend, type Backend } from './lookup/backend.ts';
import { namespaceOf } from './lookup/identity.ts';
import { routesOf } from './lookup/routes.ts';

export const aRouteReachesAService: ClusterCheck = {
  rule: 'The Services and ports behind a route of the Gateway API are there',
  explanation: {
    code: 'SEA3408',
    title: 'A route sends requests to a Service or port that is not there',
    meaning:
      'A backend of an HTTPRoute, GRPCRoute, TCPRoute, TLSRoute or UDPRoute names a Service that does not exist in that namespace, or a port that it does not have. ' +
      'The route is not resolved, and requests are answered with 500.',
    fix: "Correct the name or the port; a backend in another namespace needs its namespace, and a ReferenceGrant there. The port is the Service's own.",
  },
  run(cluster, say) {
    for (const by of routesOf(cluster))
      for (const backend of backendsOf(by)) checkBackend(cluster, say, backend);
  },
};

function backendsOf(by: LocatedObject): readonly Backend[] {
  const found = listAt(by.object, 'spec', 'rules').flatMap((rule, ruleIndex) => {
    const at = `/spec/rules/${ruleIndex}`;
    return [
      ...listAt(rule, 'backendRefs').flatMap((value, index) =>
        backend(by, value, `${at}/backendRefs/${index}`),
      ),
      ...listAt(rule, 'filters').flatMap((filter, index) =>
        backend(
          by,
          fieldAt(filter, 'requestMirror', 'backendRef'),
          `${at}/filters/${index}/requestMirror/backendRef`,
        ),
      ),
    ];
  });
  return [
    ...new Map(
      found.map((one) => [`${one.namespace ?? ''} ${one.service} ${one.port?.value ?? ''}`, one]),
    ).values(),
  ];
}

function backend(by: LocatedObject, value: unknown, at: string): readonly Backend[] {
  const service = textAt(value, 'name');
  if (!service || textAt(value, 'group') || (textAt(value, 'kind') ?? 'Service') !== 'Service') return [];
  const port = fieldAt(value, 'port');
  return [
    {
      by,
      namespace: textAt(value, 'namespace') ?? namespaceOf(by),
      service,
      field: `${at}/name`,
      ...(typeof port === 'number' ? { port: { value: port, field: `${at}/port` } } : {}),
    },
  ];
}
