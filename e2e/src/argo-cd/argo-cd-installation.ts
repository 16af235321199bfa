import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KubernetesObject } from '@seatrial/compiler';
import { parse } from 'yaml';
import type { Programs } from '../run/programs.ts';

/** What Argo CD's own installation brings, as far as processes outside a cluster use it. */
export interface ArgoCdInstallation {
  readonly definitions: readonly KubernetesObject[];
  /** ConfigMaps and Secrets. */
  readonly settings: readonly KubernetesObject[];
}

/** Reads Argo CD's installation manifest, and of it only what is used: the whole takes a second. */
export async function readArgoCdInstallation(programs: Programs): Promise<ArgoCdInstallation> {
  const text = await readFile(join(programs.files('argocd'), 'manifests/install.yaml'), 'utf8');
  const documents = text.split(/^---$/m);
  const ofKind = (...kinds: string[]): KubernetesObject[] =>
    documents
      .filter((document) => kinds.includes(/^kind: (\S+)$/m.exec(document)?.[1] ?? ''))
      .map((document) => parse(document) as KubernetesObject);
  return { definitions: ofKind('CustomResourceDefinition'), settings: ofKind('ConfigMap', 'Secret') };
}
