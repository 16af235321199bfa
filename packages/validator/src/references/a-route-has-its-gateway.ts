import type { ClusterCheck, Say } from '../check/check.ts';
import { severityOfMissing } from '../check/missing.ts';
import { fieldAt, listAt, textAt } from '../json/fields.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { placeOf } from '../rendered/place-of.ts';
import { checkThere } from './lookup/check-there.ts';
import { findIn } from './lookup/find-in.ts';
import { called, namespaceOf } from './lookup/identity.ts';
import { gatewayApi as group, routesOf } from './lookup/routes.ts';
import { listed, suggestion } from './lookup/suggestion.ts';

export const aRouteHasItsGateway: ClusterCheck = {
  rule: 'The Gateway and listener of a route are there',
  explanation: {
    code: 'SEA3433',
    title: 'A route has no Gateway',
    meaning:
      'A route of the Gateway API names a Gateway that does not exist in that namespace, or a listener (sectionName) that the Gateway does not have. Nothing is routed.',
    fix: 'Correct parentRefs; a Gateway of another namespace needs its namespace, and has to allow routes from there.',
  },
  run(cluster, say) {
    for (const by of routesOf(cluster))
      for (const [index, parent] of listAt(by.object, 'spec', 'parentRefs').entries())
        checkParent(cluster, say, { by, parent, at: `/spec/parentRefs/${index}` });
  },
};

interface Parent {
  readonly by: LocatedObject;
  readonly parent: unknown;
  readonly at: string;
}

function checkParent(cluster: ClusterView, say: Say, { by, parent, at }: Parent): void {
  const name = textAt(parent, 'name');
  const isGateway =
    (textAt(parent, 'kind') ?? 'Gateway') === 'Gateway' && (textAt(parent, 'group') ?? group) === group;
  if (!name || !isGateway) return;
  const namespace = textAt(parent, 'namespace') ?? namespaceOf(by);
  const gateway = findIn(cluster, group, 'Gateway', namespace, name);
  if (gateway === undefined) {
    checkThere(cluster, say, {
      by,
      field: `${at}/name`,
      group,
      kind: 'Gateway',
      namespace,
      name,
      verb: 'is attached to',
      hint: 'Add the Gateway, or say the namespace that it is in.',
    });
    return;
  }
  const section = textAt(parent, 'sectionName');
  const listeners = listAt(gateway.object, 'spec', 'listeners').flatMap((one) => textAt(one, 'name') ?? []);
  if (!section || listeners.includes(section)) return;
  // Listeners may be kept apart from their Gateway.
  if (cluster.ofKind(group, 'ListenerSet').length > 0 || fieldAt(gateway.object, 'spec', 'allowedListeners'))
    return;
  say.wrong(placeOf(by, `${at}/sectionName`), {
    severity: severityOfMissing(cluster),
    sentence: `${called(by)} is attached to the listener ${section} of Gateway ${name}, which has only ${listed(listeners)}.`,
    hint: suggestion(section, listeners, 'Name a listener of the Gateway.'),
  });
}
