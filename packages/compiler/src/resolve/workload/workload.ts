import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { LongWorkload } from '../../model/workload.ts';
import { mergePatch } from '../../objects/merge-patch.ts';
import type { Context, Draft } from '../context.ts';
import { horizontalPodAutoscaler } from './autoscaling.ts';
import { configFiles } from './config-files.ts';
import { deployment } from './deployment.ts';
import { podDisruptionBudget } from './disruption-budget.ts';
import { ingress } from './ingress.ts';
import { selectorLabels } from './names.ts';
import { networkPolicy } from './network-policy.ts';
import { serviceAccount } from './service-account.ts';
import { serviceMonitor } from './service-monitor.ts';
import { service } from './service.ts';
import { claimsOf } from './volumes.ts';

/** Everything that a workload means, in the order in which a person reads it. */
export function workloadObjects(component: string, workload: LongWorkload, context: Context): Draft[] {
  const path = ['workloads', component];
  const files = configFiles(component, workload.files);
  const objects = [
    deployment(component, workload, files, context, path),
    service(component, workload, context, path),
    ingress(component, workload, context, [...path, 'ingress']),
    horizontalPodAutoscaler(component, workload, context, path),
    podDisruptionBudget(component, workload, context, path),
    networkPolicy(component, workload, context),
    serviceAccount(component, workload.serviceAccount),
    serviceMonitor(component, workload, context, path),
    files?.object,
    ...claimsOf(component, workload),
  ].filter((object): object is KubernetesObject => object !== undefined);
  const common = { labels: { ...workload.labels, ...selectorLabels(component, context) } };
  return objects.map((object) => {
    const annotated =
      workload.annotations === undefined
        ? object
        : mergePatch({ metadata: { annotations: workload.annotations } }, object);
    return {
      object: mergePatch(annotated, { metadata: common }) as KubernetesObject,
      component,
      path,
      ...(workload.wave === undefined ? {} : { wave: workload.wave }),
    };
  });
}
