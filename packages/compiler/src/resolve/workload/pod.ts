import type { LongContainer } from '../../model/container.ts';
import type { LongWorkload } from '../../model/workload.ts';
import { compact } from '../compact.ts';
import type { Context } from '../context.ts';
import type { ConfigFiles } from './config-files.ts';
import { containerOf, namedMounts } from './container.ts';
import { selectorLabels } from './names.ts';
import { podSecurity } from './security.ts';
import { serviceAccountName } from './service-account.ts';
import { mountsOf, volumesOf } from './volumes.ts';

function topologySpread(component: string, workload: LongWorkload, context: Context): object[] {
  const keys = { zone: 'topology.kubernetes.io/zone', node: 'kubernetes.io/hostname' } as const;
  return (['zone', 'node'] as const).flatMap((level) => {
    const maxSkew = workload.topologySpread?.[level];
    if (maxSkew === undefined) return [];
    return [
      {
        maxSkew,
        topologyKey: keys[level],
        // Spreading is a wish: a lost zone must not keep the pods of a failover from starting.
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: selectorLabels(component, context) },
      },
    ];
  });
}

/** The pod template of a workload. */
export function podTemplate(
  component: string,
  workload: LongWorkload,
  files: ConfigFiles | undefined,
  context: Context,
  path: readonly string[],
): object {
  const volumes = Object.keys(workload.volumes ?? {});
  const beside = (kind: 'sidecars' | 'initContainers') =>
    Object.entries<LongContainer>(workload[kind] ?? {}).map(([name, container]) =>
      containerOf({
        name,
        container,
        security: workload.security,
        mounts: namedMounts(container, volumes, context, [...path, kind, name]),
        context,
        path: [...path, kind, name],
      }),
    );
  return {
    metadata: compact({
      labels: { ...context.labels, ...workload.labels, ...selectorLabels(component, context) },
      annotations: workload.podAnnotations,
    }),
    spec: compact({
      serviceAccountName: serviceAccountName(component, workload.serviceAccount),
      automountServiceAccountToken: workload.serviceAccount?.apiToken ?? false,
      imagePullSecrets: (workload.imagePullSecrets ?? []).map((name) => ({ name })),
      securityContext: podSecurity(workload.security),
      terminationGracePeriodSeconds: workload.terminationGracePeriodSeconds,
      topologySpreadConstraints: topologySpread(component, workload, context),
      initContainers: beside('initContainers'),
      containers: [
        containerOf({
          name: component,
          container: workload,
          security: workload.security,
          mounts: [...(files?.mounts ?? []), ...mountsOf(workload.volumes)],
          context,
          path,
        }),
        ...beside('sidecars'),
      ],
      volumes: [
        ...(files === undefined ? [] : [files.volume]),
        ...volumesOf(component, workload, context, path),
      ],
    }),
  };
}
