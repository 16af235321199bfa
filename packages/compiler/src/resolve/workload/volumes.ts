import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { LongWorkload } from '../../model/workload.ts';
import type { Volume } from '../../model/volume.ts';
import { compact } from '../compact.ts';
import type { Context } from '../context.ts';

const sources = ['emptyDir', 'secret', 'configMap', 'claim'] as const;

function claimName(component: string, name: string, volume: Volume): string {
  return typeof volume.claim === 'string' ? volume.claim : `${component}-${name}`;
}

function sourceOf(component: string, name: string, volume: Volume): object {
  if (volume.secret !== undefined) return { secret: { secretName: volume.secret } };
  if (volume.configMap !== undefined) return { configMap: { name: volume.configMap } };
  if (volume.claim !== undefined)
    return { persistentVolumeClaim: { claimName: claimName(component, name, volume) } };
  // An empty object is a source of its own here, so nothing may be dropped from it.
  return { emptyDir: { ...volume.emptyDir } };
}

export function volumesOf(
  component: string,
  workload: LongWorkload,
  context: Context,
  path: readonly string[],
): object[] {
  return Object.entries(workload.volumes ?? {}).map(([name, volume]) => {
    const given = sources.filter((source) => volume[source] !== undefined);
    if (given.length !== 1) {
      context.report({
        code: 'SEA1009',
        sentence: `volume "${name}" has ${given.length === 0 ? 'no source' : `more than one source: ${given.join(' and ')}`}`,
        hint: `give exactly one of ${sources.join(', ')}; in an override, null removes the other`,
        path: [...path, 'volumes', name],
      });
    }
    return { name, ...sourceOf(component, name, volume) };
  });
}

export function mountsOf(volumes: LongWorkload['volumes']): object[] {
  return Object.entries(volumes ?? {}).map(([name, volume]) =>
    compact({ name, mountPath: volume.mountPath, subPath: volume.subPath, readOnly: volume.readOnly }),
  );
}

/** The PersistentVolumeClaims that the workload's volumes ask for by size. */
export function claimsOf(component: string, workload: LongWorkload): KubernetesObject[] {
  return Object.entries(workload.volumes ?? {}).flatMap(([name, volume]) =>
    typeof volume.claim !== 'object'
      ? []
      : [
          {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            metadata: { name: claimName(component, name, volume) },
            spec: compact({
              accessModes: volume.claim.accessModes ?? ['ReadWriteOnce'],
              storageClassName: volume.claim.storageClass,
              resources: { requests: { storage: volume.claim.size } },
            }),
          },
        ],
  );
}
