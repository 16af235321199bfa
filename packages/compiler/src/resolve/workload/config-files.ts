import { shortDigest } from '../../objects/digest.ts';
import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { LongWorkload } from '../../model/workload.ts';

/** The ConfigMap of a workload's files, and what its pods need to see them. */
export interface ConfigFiles {
  readonly object: KubernetesObject;
  readonly volume: object;
  readonly mounts: readonly object[];
}

/** `/etc/api/config.yaml` becomes `etc-api-config.yaml`: unique, and legal as a key of a ConfigMap. */
function keyOf(path: string): string {
  return path.slice(1).replace(/[^-._a-zA-Z0-9]/g, '-');
}

/**
 * A plain ConfigMap whose name carries a digest of its data: a changed file makes a new name, which rolls the pods,
 * and the old one stays for the pods of the old version until it is pruned.
 */
export function configFiles(component: string, files: LongWorkload['files']): ConfigFiles | undefined {
  if (files === undefined || Object.keys(files).length === 0) return undefined;
  const data = Object.fromEntries(
    Object.entries(files)
      .map(([path, text]) => [keyOf(path), text] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  const name = `${component}-files-${shortDigest(JSON.stringify(data))}`;
  return {
    object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data },
    volume: { name: 'files', configMap: { name } },
    mounts: Object.keys(files).map((path) => ({
      name: 'files',
      mountPath: path,
      subPath: keyOf(path),
      readOnly: true,
    })),
  };
}
