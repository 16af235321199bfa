import { groupOf, type KubernetesObject } from '@seatrial/compiler';
import { field, listAt, numberAt, textAt } from './field.ts';

export type ObjectHealth = 'Healthy' | 'Progressing' | 'Degraded' | 'Suspended';

/**
 * The health that Argo CD gives an object, which it waits for between waves. Undefined: the kind has none, so it is enough
 * that the object is there. Source: Argo CD 3.4.2, `gitops-engine/pkg/health` and `resource_customizations`.
 */
export function objectHealth(object: KubernetesObject): ObjectHealth | undefined {
  const check = checks[`${groupOf(object.apiVersion)}/${object.kind}`];
  if (check === undefined) return undefined;
  return object.metadata['deletionTimestamp'] === undefined ? check(object) : 'Progressing';
}

const ofReadyCondition = (object: KubernetesObject): ObjectHealth => {
  const ready = conditionOf(object, 'Ready');
  if (ready === undefined) return 'Progressing';
  return ready === 'True' ? 'Healthy' : ready === 'False' ? 'Degraded' : 'Progressing';
};

const ofAddress = (object: KubernetesObject): ObjectHealth =>
  listAt(object, 'status', 'loadBalancer', 'ingress').length > 0 ? 'Healthy' : 'Progressing';

const checks: Readonly<Record<string, (object: KubernetesObject) => ObjectHealth>> = {
  'apps/Deployment': (object) => {
    if (field(object, 'spec', 'paused') === true) return 'Suspended';
    if (!isObserved(object)) return 'Progressing';
    if (reasonOf(object, 'Progressing') === 'ProgressDeadlineExceeded') return 'Degraded';
    const updated = count(object, 'updatedReplicas');
    return updated >= (numberAt(object, 'spec', 'replicas') ?? 0) &&
      count(object, 'replicas') <= updated &&
      count(object, 'availableReplicas') >= updated
      ? 'Healthy'
      : 'Progressing';
  },
  'apps/StatefulSet': (object) =>
    isObserved(object) && count(object, 'readyReplicas') >= (numberAt(object, 'spec', 'replicas') ?? 0)
      ? 'Healthy'
      : 'Progressing',
  'apps/DaemonSet': (object) =>
    isObserved(object) &&
    count(object, 'updatedNumberScheduled') >= count(object, 'desiredNumberScheduled') &&
    count(object, 'numberAvailable') >= count(object, 'desiredNumberScheduled')
      ? 'Healthy'
      : 'Progressing',
  'batch/Job': (object) => {
    if (conditionOf(object, 'Failed') !== undefined) return 'Degraded';
    if (conditionOf(object, 'Suspended') === 'True') return 'Suspended';
    return conditionOf(object, 'Complete') === undefined ? 'Progressing' : 'Healthy';
  },
  'networking.k8s.io/Ingress': ofAddress,
  '/Service': (object) => (textAt(object, 'spec', 'type') === 'LoadBalancer' ? ofAddress(object) : 'Healthy'),
  '/PersistentVolumeClaim': (object) => {
    const phase = textAt(object, 'status', 'phase');
    return phase === 'Bound' ? 'Healthy' : phase === 'Lost' ? 'Degraded' : 'Progressing';
  },
  'autoscaling/HorizontalPodAutoscaler': (object) =>
    conditionOf(object, 'AbleToScale') === 'True' || conditionOf(object, 'ScalingLimited') === 'True'
      ? 'Healthy'
      : 'Progressing',
  'apiregistration.k8s.io/APIService': (object) =>
    conditionOf(object, 'Available') === 'True' ? 'Healthy' : 'Progressing',
  'apiextensions.k8s.io/CustomResourceDefinition': (object) =>
    conditionOf(object, 'Established') === 'True' ? 'Healthy' : 'Progressing',
  'external-secrets.io/ExternalSecret': ofReadyCondition,
  'external-secrets.io/SecretStore': ofReadyCondition,
  'external-secrets.io/ClusterSecretStore': ofReadyCondition,
};

/** The status of a condition: `True`, `False`, `Unknown`; undefined where there is none of the type. */
function conditionOf(object: KubernetesObject, type: string): string | undefined {
  return textAt(find(object, type), 'status');
}

function reasonOf(object: KubernetesObject, type: string): string | undefined {
  return textAt(find(object, type), 'reason');
}

function find(object: KubernetesObject, type: string): unknown {
  return listAt(object, 'status', 'conditions').find((condition) => textAt(condition, 'type') === type);
}

function isObserved(object: KubernetesObject): boolean {
  const generation = numberAt(object, 'metadata', 'generation') ?? 0;
  return (numberAt(object, 'status', 'observedGeneration') ?? 0) >= generation;
}

function count(object: KubernetesObject, name: string): number {
  return numberAt(object, 'status', name) ?? 0;
}
