import { textAt } from '../../json/fields.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import { called, kindOf, namespaceOf } from './identity.ts';
import { perCluster } from './per-cluster.ts';

/**
 * Why a namespace may hold objects that nobody here has seen, as a clause: `the chart loki is not rendered`;
 * undefined: everything in it is known. A namespace of undefined asks for cluster-scoped objects.
 */
export function unseenIn(cluster: ClusterView, namespace: string | undefined): string | undefined {
  const what = cluster.mayComeFrom(namespace);
  if (what !== undefined) return `${what} is not rendered`;
  const release = releasesOf(cluster).find(
    (one) => namespace === undefined || namespacesOf(one).includes(namespace),
  );
  if (release !== undefined) return `the chart of ${called(release)} is not rendered`;
  if (namespace === undefined) return undefined;
  if (/^kube-(system|public|node-lease)$/.test(namespace))
    return `a cluster itself fills the namespace ${namespace}`;
  const engine = namespace === 'flux-system' ? 'Flux' : isOfArgoCd(cluster, namespace) && 'Argo CD';
  return engine ? `the objects of ${engine} itself are not known` : undefined;
}

/** Charts that an operator in the cluster installs. */
const releasesOf = perCluster(({ objects }) =>
  objects.filter((located) =>
    ['helm.toolkit.fluxcd.io/HelmRelease', 'helm.cattle.io/HelmChart'].includes(kindOf(located)),
  ),
);

function namespacesOf(release: LocatedObject): readonly (string | undefined)[] {
  const target = textAt(release.object, 'spec', 'targetNamespace');
  return [target ?? namespaceOf(release), textAt(release.object, 'spec', 'storageNamespace')];
}

/** In a repository, `argocd` is what the installation guide calls the namespace, also where no Application is beside. */
const isOfArgoCd = (cluster: ClusterView, namespace: string): boolean =>
  argoCdNamespaces(cluster).has(namespace) || (!cluster.complete && namespace === 'argocd');

/** Where Argo CD runs: a person installs it before it can install anything. */
const argoCdNamespaces = perCluster(
  (cluster) =>
    new Set(
      ['Application', 'ApplicationSet', 'AppProject'].flatMap((kind) =>
        cluster.ofKind('argoproj.io', kind).map(namespaceOf),
      ),
    ),
);
