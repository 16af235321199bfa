import type { ClusterView } from '../../rendered/cluster-view.ts';
import { contentOrNone } from '../../json/content-or-none.ts';
import { labelsOf, type Labels } from '../match/label-selector.ts';
import { namespaceNameLabel } from '../match/matcher.ts';

/** What is known of the namespaces of a cluster. */
export interface Namespaces {
  /** Undefined where the Namespace is not known. */
  labels(name: string): Labels | undefined;
  /** The Namespace as JSON; undefined where it is not known. */
  object(name: string): string | undefined;
}

/** Those that every cluster has from its first minute, with no label but their name. */
const builtIn = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease']);

export function namespacesOf(cluster: ClusterView): Namespaces {
  const found = new Map<string, object>();
  for (const { object } of cluster.ofKind('', 'Namespace')) {
    const name: unknown = object.metadata?.name;
    if (typeof name === 'string') found.set(name, named(object, name));
  }
  const find = (name: string): object | undefined => {
    const known = found.get(name);
    if (known !== undefined || !builtIn.has(name)) return known;
    const made = named({ apiVersion: 'v1', kind: 'Namespace' }, name);
    found.set(name, made);
    return made;
  };
  return {
    labels(name) {
      const namespace = find(name);
      return namespace && labelsOf(namespace);
    },
    object(name) {
      const namespace = find(name);
      return namespace && contentOrNone(namespace)?.json;
    },
  };
}

/** With the label that the API server adds. */
function named(namespace: object, name: string): object {
  const metadata = 'metadata' in namespace ? (namespace.metadata as object) : {};
  const labels = { ...labelsOf(namespace), [namespaceNameLabel]: name };
  return { ...namespace, metadata: { ...metadata, name, labels } };
}
