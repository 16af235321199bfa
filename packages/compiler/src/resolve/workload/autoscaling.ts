import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { LongWorkload } from '../../model/workload.ts';
import type { Context } from '../context.ts';

function metric(resource: 'cpu' | 'memory', averageUtilization: number | undefined): object[] {
  if (averageUtilization === undefined) return [];
  return [
    { type: 'Resource', resource: { name: resource, target: { type: 'Utilization', averageUtilization } } },
  ];
}

export function horizontalPodAutoscaler(
  component: string,
  workload: LongWorkload,
  context: Context,
  path: readonly string[],
): KubernetesObject | undefined {
  const scaling = workload.autoscaling;
  if (scaling === undefined) return undefined;
  if (scaling.min > scaling.max) {
    context.report({
      code: 'SEA1012',
      sentence: `autoscaling.min ${scaling.min} is larger than autoscaling.max ${scaling.max}`,
      hint: 'swap them, or raise max',
      path: [...path, 'autoscaling'],
    });
  }
  const cpu = scaling.cpu ?? (scaling.memory === undefined ? 80 : undefined);
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name: component },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: component },
      minReplicas: scaling.min,
      maxReplicas: scaling.max,
      metrics: [...metric('cpu', cpu), ...metric('memory', scaling.memory)],
    },
  };
}
