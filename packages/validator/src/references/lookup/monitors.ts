import { fieldAt, listAt } from '../../json/fields.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import { mayMakeMore } from './makers.ts';
import { namespaceOf } from './identity.ts';
import { labelSelector, type Requirement } from './label-selector.ts';
import { unseenIn } from './unseen.ts';

/** A ServiceMonitor or PodMonitor. */
export interface Monitor {
  readonly located: LocatedObject;
  readonly requirements: readonly Requirement[];
  /** The namespaces that it looks into; undefined: all. */
  readonly namespaces: readonly (string | undefined)[] | undefined;
}

/** Source: prometheus-operator, API reference, NamespaceSelector: its own namespace unless it says otherwise. */
export function monitorsOf(cluster: ClusterView, kind: 'ServiceMonitor' | 'PodMonitor'): readonly Monitor[] {
  return cluster.ofKind('monitoring.coreos.com', kind).flatMap((located) => {
    const requirements = labelSelector(fieldAt(located.object, 'spec', 'selector'));
    if (requirements === undefined) return [];
    const names = listAt(located.object, 'spec', 'namespaceSelector', 'matchNames').filter(
      (name) => typeof name === 'string',
    );
    const isAny = fieldAt(located.object, 'spec', 'namespaceSelector', 'any') === true;
    const own = names.length > 0 ? names : [namespaceOf(located)];
    return [{ located, requirements, namespaces: isAny ? undefined : own }];
  });
}

/** Why a monitor may hit something that is not seen, as a clause. */
export function unseenByMonitor(cluster: ClusterView, { namespaces }: Monitor): string | undefined {
  for (const namespace of namespaces ?? [undefined]) {
    const reason = unseenIn(cluster, namespace) ?? mayMakeMore(cluster, namespace);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Where a monitor looks, in a sentence. */
export function whereText({ namespaces }: Monitor): string {
  const known = (namespaces ?? []).filter((one) => one !== undefined);
  if (known.length === 0) return namespaces === undefined ? ' in any namespace' : '';
  return ` in namespace ${known.join(' or ')}`;
}

/** The endpoints of a monitor, each with its JSON pointer. */
export function endpointsOf({ located }: Monitor): readonly (readonly [unknown, string])[] {
  const list = located.object.kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints';
  return listAt(located.object, 'spec', list).map((one, index) => [one, `/spec/${list}/${index}`] as const);
}
