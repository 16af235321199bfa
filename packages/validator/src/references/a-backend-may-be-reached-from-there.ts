import type { ClusterCheck } from '../check/check.ts';
import { listAt, textAt } from '../json/fields.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { placeOf } from '../rendered/place-of.ts';
import { allIn } from './lookup/find-in.ts';
import { called, namespaceOf } from './lookup/identity.ts';
import { gatewayApi, routesOf } from './lookup/routes.ts';
import { sayUnless } from './lookup/say-missing.ts';
import { unseenIn } from './lookup/unseen.ts';

export const aBackendMayBeReachedFromThere: ClusterCheck = {
  rule: 'A Service of another namespace lets a route in',
  explanation: {
    code: 'SEA3434',
    title: 'A route has no grant for a Service of another namespace',
    meaning:
      'A route may send requests into another namespace only where a ReferenceGrant of that namespace allows it. Without one the backend is refused, and requests are answered with 500.',
    fix: 'Add a ReferenceGrant to the namespace of the Service, from the kind and namespace of the route, to Service.',
  },
  run(cluster, say) {
    for (const by of routesOf(cluster))
      for (const { service, namespace, field } of foreignBackends(by)) {
        if (isGranted(cluster, by, { service, namespace })) continue;
        sayUnless(unseenIn(cluster, namespace), cluster, say, placeOf(by, field), {
          sentence: `${called(by)} sends requests to Service ${service} of namespace ${namespace}, where no ReferenceGrant lets it in.`,
          hint: `Add a ReferenceGrant to ${namespace}, from ${by.object.kind} of ${namespaceOf(by) ?? 'its namespace'} to Service.`,
        });
      }
  },
};

interface Backend {
  readonly service: string;
  readonly namespace: string;
}

function foreignBackends(by: LocatedObject): readonly (Backend & { readonly field: string })[] {
  const own = namespaceOf(by);
  return listAt(by.object, 'spec', 'rules').flatMap((rule, ruleIndex) =>
    listAt(rule, 'backendRefs').flatMap((backend, index) => {
      const service = textAt(backend, 'name');
      const namespace = textAt(backend, 'namespace');
      const isService = (textAt(backend, 'kind') ?? 'Service') === 'Service';
      if (!service || !namespace || !isService || own === undefined || namespace === own) return [];
      return [{ service, namespace, field: `/spec/rules/${ruleIndex}/backendRefs/${index}/namespace` }];
    }),
  );
}

function isGranted(cluster: ClusterView, by: LocatedObject, { service, namespace }: Backend): boolean {
  return allIn(cluster, gatewayApi, 'ReferenceGrant', namespace).some(
    ({ object }) =>
      listAt(object, 'spec', 'from').some(
        (from) => textAt(from, 'kind') === by.object.kind && textAt(from, 'namespace') === namespaceOf(by),
      ) &&
      listAt(object, 'spec', 'to').some(
        (to) => textAt(to, 'kind') === 'Service' && (textAt(to, 'name') ?? service) === service,
      ),
  );
}
