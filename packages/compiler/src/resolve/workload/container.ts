import type { LongContainer } from '../../model/container.ts';
import type { Security } from '../../model/security.ts';
import { didYouMean } from '../../findings/nearest.ts';
import { compact } from '../compact.ts';
import type { Context } from '../context.ts';
import { resolveImage } from '../image.ts';
import { environmentFromOf, environmentOf } from './environment.ts';
import { containerPorts, probesOf } from './probes.ts';
import { containerSecurity } from './security.ts';

interface Request {
  readonly name: string;
  readonly container: LongContainer;
  readonly security: Security | undefined;
  readonly mounts: readonly object[];
  readonly context: Context;
  readonly path: readonly string[];
}

/** One container of a pod, with its fields in the order that people write them. */
export function containerOf({ name, container, security, mounts, context, path }: Request): object {
  const ports = container.ports ?? {};
  return compact({
    name,
    image: resolveImage(container.image, context, path),
    imagePullPolicy: container.imagePullPolicy,
    command: container.command,
    args: container.args,
    ports: containerPorts(ports),
    env: environmentOf(container.environment),
    envFrom: environmentFromOf(container.environmentFrom),
    resources: compact({ requests: container.resources?.requests, limits: container.resources?.limits }),
    ...probesOf(container.probes, ports, context, path),
    volumeMounts: mounts,
    securityContext: containerSecurity(security),
  });
}

/** Mounts of a sidecar or init container, by name of the workload's volumes. */
export function namedMounts(
  container: LongContainer,
  volumes: readonly string[],
  context: Context,
  path: readonly string[],
): object[] {
  return Object.entries(container.mounts ?? {}).map(([name, mountPath]) => {
    if (!volumes.includes(name)) {
      context.report({
        code: 'SEA1010',
        sentence: `"${name}" is mounted and is no volume of the workload`,
        hint: didYouMean(name, volumes),
        path: [...path, 'mounts', name],
      });
    }
    return { name, mountPath };
  });
}
