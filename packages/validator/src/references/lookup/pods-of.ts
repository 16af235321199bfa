import { fieldAt, recordAt, textAt } from '../../json/fields.ts';
import { isRecord } from '../../json/is-record.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import { podSpecOf, type PodSpec } from '../../rendered/pod-spec.ts';
import { nameOf, namespaceOf } from './identity.ts';
import { perCluster } from './per-cluster.ts';

/** The pods that one object makes, or is. */
export interface Pods {
  readonly located: LocatedObject;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly pod: PodSpec;
  readonly serviceAccount: string;
}

export interface PodIndex {
  readonly all: readonly Pods[];
  /** Those that may be in a namespace; undefined: all. */
  inNamespace(namespace: string | undefined): readonly Pods[];
  /** Those of an object. */
  by(located: LocatedObject): Pods | undefined;
}

/** The pods of a cluster, also of custom workloads that hold a pod template where a Deployment has it (a Rollout). */
export const podsOf: (cluster: ClusterView) => PodIndex = perCluster(({ objects }) => {
  const all = objects.flatMap((located) => podsBy(located) ?? []);
  const byNamespace = Map.groupBy(all, ({ namespace }) => namespace);
  const anywhere = byNamespace.get(undefined) ?? [];
  const byObject = new Map(all.map((pods) => [pods.located, pods]));
  return {
    all,
    inNamespace(namespace) {
      if (namespace === undefined) return all;
      const there = byNamespace.get(namespace) ?? [];
      return anywhere.length === 0 ? there : [...there, ...anywhere];
    },
    by: (located) => byObject.get(located),
  };
});

function podsBy(located: LocatedObject): Pods | undefined {
  const pod = podSpecOf(located) ?? customTemplate(located);
  const name = nameOf(located);
  if (pod === undefined || name === undefined || located.object.kind === 'PodTemplate') return undefined;
  const account = textAt(pod.spec, 'serviceAccountName') || textAt(pod.spec, 'serviceAccount') || 'default';
  return { located, name, namespace: namespaceOf(located), pod, serviceAccount: account };
}

function customTemplate({ object }: LocatedObject): PodSpec | undefined {
  const spec = fieldAt(object, 'spec', 'template', 'spec');
  if (!isRecord(spec) || !Array.isArray(spec['containers'])) return undefined;
  return {
    spec,
    pointer: '/spec/template/spec',
    labels: recordAt(object, 'spec', 'template', 'metadata', 'labels'),
  };
}
