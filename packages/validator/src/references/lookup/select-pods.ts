import type { ClusterView } from '../../rendered/cluster-view.ts';
import { meets } from '../../rendered/meets.ts';
import { called, kindOf } from './identity.ts';
import { labelIndex } from './label-index.ts';
import { requirementText, type Requirement } from './label-selector.ts';
import { perCluster } from './per-cluster.ts';
import { podsOf, type Pods } from './pods-of.ts';
import { mayDo } from './rights.ts';

/** The pods of a namespace that meet every requirement, with the labels that controllers add when they make a pod. */
export function selectPods(
  cluster: ClusterView,
  namespace: string | undefined,
  requirements: readonly Requirement[],
): readonly Pods[] {
  return candidates(cluster, namespace, requirements).filter((pods) =>
    requirements.every((requirement) => meetsLater(requirement, pods)),
  );
}

/** Whether some pods may come to meet the requirements, because what runs in them may label its own pod (a leader). */
export function mayBeLabelled(
  cluster: ClusterView,
  namespace: string | undefined,
  requirements: readonly Requirement[],
): string | undefined {
  const writer = podsOf(cluster)
    .inNamespace(namespace)
    .find(
      (pods) =>
        requirements.some((one) => meetsLater(one, pods)) &&
        requirements.every((one) => meetsLater(one, pods) || !Object.hasOwn(pods.pod.labels, one.key)) &&
        mayDo(cluster, pods, ['patch', 'update'], 'pods'),
    );
  return writer && `${called(writer.located)} may label its own pods`;
}

/** The pods that come nearest to meeting the requirements, and what they lack; undefined where none meets any. */
export function nearestPods(
  cluster: ClusterView,
  namespace: string | undefined,
  requirements: readonly Requirement[],
): string | undefined {
  let best: { readonly pods: Pods; readonly lacks: readonly Requirement[] } | undefined;
  for (const pods of podsOf(cluster).inNamespace(namespace)) {
    const lacks = requirements.filter((requirement) => !meetsLater(requirement, pods));
    if (lacks.length < (best?.lacks.length ?? requirements.length)) best = { pods, lacks };
  }
  if (best === undefined) return undefined;
  const { labels } = best.pods.pod;
  const lacking = best.lacks.map(requirementText).join(', ');
  const instead = best.lacks.flatMap(({ key }) =>
    typeof labels[key] === 'string' ? [`${key}=${labels[key]}`] : [],
  );
  const has = instead.length === 0 ? '' : `, but ${instead.join(', ')}`;
  return `The pods of ${called(best.pods.located)} come nearest: they do not have ${lacking}${has}.`;
}

const byLabel = perCluster((cluster) => labelIndex(podsOf(cluster).all, ({ pod }) => pod.labels));

function candidates(
  cluster: ClusterView,
  namespace: string | undefined,
  requirements: readonly Requirement[],
): readonly Pods[] {
  const written = requirements.filter(({ key }) => !isGivenLater(key));
  return byLabel(cluster).candidates(namespace, written) ?? podsOf(cluster).inNamespace(namespace);
}

const givenLater = new Set([
  'pod-template-hash',
  'rollouts-pod-template-hash',
  'controller-revision-hash',
  'controller-uid',
  'job-name',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-name',
  'batch.kubernetes.io/job-completion-index',
  'apps.kubernetes.io/pod-index',
  'statefulset.kubernetes.io/pod-name',
]);
const isGivenLater = (key: string): boolean => givenLater.has(key);

function meetsLater(requirement: Requirement, pods: Pods): boolean {
  const { key, operator, values } = requirement;
  if (!isGivenLater(key) || Object.hasOwn(pods.pod.labels, key) || operator !== 'In')
    return meets(requirement, pods.pod.labels) === true;
  const kind = kindOf(pods.located);
  if (key === 'statefulset.kubernetes.io/pod-name')
    return (
      kind === 'apps/StatefulSet' &&
      values.some((value) => value.startsWith(`${pods.name}-`) && /-\d+$/.test(value))
    );
  if (!key.endsWith('job-name')) return true;
  if (kind === 'batch/CronJob') return values.some((value) => value.startsWith(`${pods.name}-`));
  return kind === 'batch/Job' && values.includes(pods.name);
}
