import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KubernetesObject } from '@seatrial/compiler';
import { parseAllDocuments } from 'yaml';
import type { Programs } from '../../run/programs.ts';

/** Parts of Argo CD that nobody uses in a rehearsal: people's way in, and messages to them. */
export const leftOut = ['argocd-dex-server', 'argocd-server', 'argocd-notifications-controller'] as const;

const clusterScoped = new Set(['CustomResourceDefinition', 'ClusterRole', 'ClusterRoleBinding']);

/**
 * Argo CD's own `manifests/install.yaml` for a namespace, without what nobody uses here, and with a pull policy under
 * which an image that the node already holds is enough.
 */
export async function argoCdManifest(
  programs: Programs,
  namespace: string,
): Promise<readonly KubernetesObject[]> {
  const text = await readFile(join(programs.files('argocd'), 'manifests/install.yaml'), 'utf8');
  return parseAllDocuments(text)
    .map((document) => document.toJS() as KubernetesObject | null)
    .filter((object) => object !== null)
    .filter(({ kind, metadata }) => kind !== 'Deployment' || !leftOut.some((name) => name === metadata.name))
    .map((object) => placedIn(namespace, heldImages(object)));
}

/** Images that the manifest names, each once. */
export function imagesOf(manifest: readonly KubernetesObject[]): readonly string[] {
  return [...new Set(JSON.stringify(manifest).match(/(?<="image":")[^"]+/g) ?? [])];
}

function placedIn(namespace: string, object: KubernetesObject): KubernetesObject {
  if (clusterScoped.has(object.kind)) {
    if (object.kind !== 'ClusterRoleBinding') return object;
    const subjects = (object['subjects'] as { readonly namespace?: string }[]).map((subject) => ({
      ...subject,
      namespace,
    }));
    return { ...object, subjects };
  }
  return { ...object, metadata: { ...object.metadata, namespace } };
}

function heldImages(object: KubernetesObject): KubernetesObject {
  return JSON.parse(
    JSON.stringify(object).replaceAll('"imagePullPolicy":"Always"', '"imagePullPolicy":"IfNotPresent"'),
  ) as KubernetesObject;
}
