import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { LongWorkload } from '../../model/workload.ts';
import { compact } from '../compact.ts';
import type { Context } from '../context.ts';
import type { ConfigFiles } from './config-files.ts';
import { selectorLabels } from './names.ts';
import { podTemplate } from './pod.ts';

function strategyOf(strategy: LongWorkload['strategy']): object | undefined {
  if (strategy === undefined) return undefined;
  return strategy === 'Recreate'
    ? { type: 'Recreate' }
    : { type: 'RollingUpdate', rollingUpdate: compact(strategy) };
}

export function deployment(
  component: string,
  workload: LongWorkload,
  files: ConfigFiles | undefined,
  context: Context,
  path: readonly string[],
): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: component },
    spec: compact({
      // With an autoscaler the field has another owner: written here, every sync would undo its work.
      replicas: workload.autoscaling === undefined ? (workload.replicas ?? 1) : undefined,
      strategy: strategyOf(workload.strategy),
      selector: { matchLabels: selectorLabels(component, context) },
      template: podTemplate(component, workload, files, context, path),
    }),
  };
}
