import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { portNumberOf, protocolOf } from '../../model/port.ts';
import type { LongWorkload } from '../../model/workload.ts';
import { didYouMean } from '../../findings/nearest.ts';
import { compact } from '../compact.ts';
import type { Context } from '../context.ts';
import { selectorLabels } from './names.ts';

/** Number of a port on the Service: `http` is 80 by convention, the others keep theirs. */
export function servicePort(name: string, workload: LongWorkload): number {
  const given = workload.service === false ? undefined : workload.service?.ports?.[name];
  const port = workload.ports?.[name];
  return given ?? (name === 'http' || port === undefined ? 80 : portNumberOf(port));
}

export function service(
  component: string,
  workload: LongWorkload,
  context: Context,
  path: readonly string[],
): KubernetesObject | undefined {
  const ports = Object.entries(workload.ports ?? {});
  if (workload.service === false || ports.length === 0) return undefined;
  const { nodePorts, type = nodePorts === undefined ? undefined : 'NodePort' } = workload.service ?? {};
  for (const field of ['ports', 'nodePorts'] as const) {
    for (const name of Object.keys(workload.service?.[field] ?? {})) {
      if (workload.ports?.[name] !== undefined) continue;
      context.report({
        code: 'SEA1010',
        sentence: `the service has port "${name}", which the workload does not have`,
        hint: didYouMean(name, Object.keys(workload.ports ?? {})),
        path: [...path, 'service', field, name],
      });
    }
  }
  if (nodePorts !== undefined && type === 'ClusterIP') {
    context.report({
      code: 'SEA1009',
      sentence: 'the service has type ClusterIP and nodePorts, which that type does not have',
      hint: 'leave one of the two out; in an override, null removes it',
      path: [...path, 'service', 'nodePorts'],
    });
  }
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: compact({
      name: component,
      annotations: workload.service?.annotations,
    }) as KubernetesObject['metadata'],
    spec: compact({
      type,
      clusterIP: workload.service?.headless === true ? 'None' : undefined,
      selector: selectorLabels(component, context),
      ports: ports.map(([name, port]) =>
        compact({
          name,
          port: servicePort(name, workload),
          targetPort: name,
          nodePort: nodePorts?.[name],
          protocol: protocolOf(port) === 'TCP' ? undefined : protocolOf(port),
        }),
      ),
    }),
  };
}
