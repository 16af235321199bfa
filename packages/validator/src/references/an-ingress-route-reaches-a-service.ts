import type { ClusterCheck } from '../check/check.ts';
import { fieldAt, listAt, textAt } from '../json/fields.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { checkBackend, type Backend } from './lookup/backend.ts';
import { checkThere } from './lookup/check-there.ts';
import { namespaceOf } from './lookup/identity.ts';

export const anIngressRouteReachesAService: ClusterCheck = {
  rule: 'The Services and middlewares of a route of Traefik are there',
  explanation: {
    code: 'SEA3436',
    title: 'A route of Traefik names a Service, port or Middleware that is not there',
    meaning:
      'A Service, its port, or a Middleware of an IngressRoute does not exist in that namespace. Traefik leaves the route out, and requests are answered with 404.',
    fix: 'Correct the name; what is in another namespace needs its namespace, and Traefik has to allow that.',
  },
  run(cluster, say) {
    for (const group of ['traefik.io', 'traefik.containo.us'])
      for (const kind of ['IngressRoute', 'IngressRouteTCP', 'IngressRouteUDP'])
        for (const by of cluster.ofKind(group, kind)) {
          for (const backend of backendsOf(by)) checkBackend(cluster, say, backend);
          for (const { value, field } of membersOf(by, 'middlewares')) {
            const name = textAt(value, 'name');
            // A name with @ is of another provider of Traefik's own settings.
            if (!name || name.includes('@')) continue;
            checkThere(cluster, say, {
              by,
              field: `${field}/name`,
              group,
              kind: kind === 'IngressRouteTCP' ? 'MiddlewareTCP' : 'Middleware',
              namespace: textAt(value, 'namespace') ?? namespaceOf(by),
              name,
              verb: 'goes through',
              hint: 'Add the Middleware, or name one that there is.',
            });
          }
        }
  },
};

function backendsOf(by: LocatedObject): readonly Backend[] {
  return membersOf(by, 'services').flatMap(({ value, field }) => {
    const service = textAt(value, 'name');
    if (!service || (textAt(value, 'kind') ?? 'Service') !== 'Service') return [];
    const port = fieldAt(value, 'port');
    return [
      {
        by,
        namespace: textAt(value, 'namespace') ?? namespaceOf(by),
        service,
        field: `${field}/name`,
        ...(typeof port === 'number' || typeof port === 'string'
          ? { port: { value: port, field: `${field}/port` } }
          : {}),
      },
    ];
  });
}

function membersOf({ object }: LocatedObject, list: 'services' | 'middlewares') {
  return listAt(object, 'spec', 'routes').flatMap((route, routeIndex) =>
    listAt(route, list).map((value, index) => ({
      value,
      field: `/spec/routes/${routeIndex}/${list}/${index}`,
    })),
  );
}
