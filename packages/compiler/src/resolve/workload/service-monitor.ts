import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { LongWorkload } from '../../model/workload.ts';
import { didYouMean } from '../../findings/nearest.ts';
import { compact } from '../compact.ts';
import type { Context } from '../context.ts';
import { selectorLabels } from './names.ts';

export function serviceMonitor(
  component: string,
  workload: LongWorkload,
  context: Context,
  path: readonly string[],
): KubernetesObject | undefined {
  const monitor = workload.monitor;
  if (monitor === undefined || monitor === false) return undefined;
  const ports = Object.keys(workload.ports ?? {});
  const port = monitor.port ?? (ports.includes('metrics') ? 'metrics' : ports[0]);
  if (port === undefined || !ports.includes(port) || workload.service === false) {
    context.report({
      code: 'SEA1010',
      sentence:
        port === undefined || workload.service === false
          ? 'the monitor needs a service with a port and the workload has none'
          : `the monitor scrapes port "${port}", which the workload does not have`,
      hint: port === undefined ? 'give the workload a port' : didYouMean(port, ports),
      path: [...path, 'monitor'],
    });
  }
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: compact({ name: component, labels: monitor.labels }) as KubernetesObject['metadata'],
    spec: {
      selector: { matchLabels: selectorLabels(component, context) },
      endpoints: [compact({ port, path: monitor.path, interval: monitor.interval })],
    },
  };
}
