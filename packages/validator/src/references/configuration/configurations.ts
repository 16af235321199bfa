import type { ClusterView } from '../../rendered/cluster-view.ts';
import { perCluster } from '../lookup/per-cluster.ts';
import { certificate } from './certificate.ts';
import { externalSecret } from './external-secret.ts';
import type { ConfigurationKind, MadeConfiguration } from './made-configuration.ts';
import { otherMakers } from './other-makers.ts';
import { plainConfiguration } from './plain-configuration.ts';

/** A ConfigMap or Secret that a pod will find. */
export interface Configuration {
  /** Undefined: not known before the cluster runs. */
  readonly keys: readonly string[] | undefined;
}

export interface Configurations {
  find(kind: ConfigurationKind, namespace: string | undefined, name: string): Configuration | undefined;
  /** Names that may be in a namespace. */
  names(kind: ConfigurationKind, namespace: string | undefined): readonly string[];
  /** Namespaces that have one of that name. */
  namespaces(kind: ConfigurationKind, name: string): readonly string[];
}

/** Every ConfigMap and Secret of a cluster that objects are or make. */
export const configurationsOf: (cluster: ClusterView) => Configurations = perCluster(({ objects }) => {
  const made = [
    ...givenEverywhere,
    ...objects.flatMap((located) => [
      ...plainConfiguration(located),
      ...externalSecret(located),
      ...certificate(located),
      ...otherMakers(located),
    ]),
  ];
  const byName = Map.groupBy(made, ({ kind, name }) => `${kind} ${name}`);
  const mayBeIn = (one: MadeConfiguration, namespace: string | undefined): boolean =>
    one.namespace === namespace ||
    one.namespace === '*' ||
    one.namespace === undefined ||
    namespace === undefined;
  return {
    find(kind, namespace, name) {
      const there = (byName.get(`${kind} ${name}`) ?? []).filter((one) => mayBeIn(one, namespace));
      if (there.every(({ adds }) => adds)) return undefined;
      const isOpen = there.some(({ keys }) => keys === undefined);
      return { keys: isOpen ? undefined : [...new Set(there.flatMap(({ keys }) => keys ?? []))] };
    },
    names: (kind, namespace) => [
      ...new Set(
        made.flatMap((one) =>
          one.kind === kind && !one.adds && mayBeIn(one, namespace) && !givenEverywhere.includes(one)
            ? [one.name]
            : [],
        ),
      ),
    ],
    namespaces: (kind, name) =>
      [
        ...new Set(
          (byName.get(`${kind} ${name}`) ?? []).flatMap((one) => (one.adds ? [] : (one.namespace ?? []))),
        ),
      ].sort(),
  };
});

/** What Kubernetes, OpenShift and Istio put into every namespace. */
const givenEverywhere: readonly MadeConfiguration[] = [
  { kind: 'ConfigMap', namespace: '*', name: 'kube-root-ca.crt', keys: ['ca.crt'] },
  { kind: 'ConfigMap', namespace: '*', name: 'openshift-service-ca.crt', keys: ['service-ca.crt'] },
  { kind: 'ConfigMap', namespace: '*', name: 'istio-ca-root-cert', keys: ['root-cert.pem'] },
];
