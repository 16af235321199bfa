import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { ResolvedObject } from '../../resolved/object.ts';
import { yamlText } from '../yaml/yaml-text.ts';
import type { Customization } from './customize.ts';
import { kustomizationText } from './kustomization.ts';
import { objectFileNames } from './object-files.ts';
import { patchFields } from './patch-fields.ts';

/** One kustomization folder. */
export interface Layer {
  /** Folders that it builds upon, relative to its own. */
  readonly folders: readonly string[];
  readonly customization: Customization;
}

/** A customization of nothing: it only brings objects, with labels that they do not repeat. */
export function ownOnly(own: readonly ResolvedObject[], labels: Customization['labels'] = []): Customization {
  return { labels, replicas: [], images: [], patches: [], own, formerNamespaces: new Map() };
}

/** The files of a kustomization folder, by their path under it. */
export function layerFiles({ folders, customization }: Layer, fleet: string): ReadonlyMap<string, string> {
  const { own, namespace, labels, images, replicas } = customization;
  const names = objectFileNames(own).map((name) => `${name}.yaml`);
  const patches = patchFields(customization.patches);
  const text = kustomizationText(
    {
      resources: [...folders, ...names],
      ...(namespace !== undefined && { namespace }),
      labels,
      patches: patches.fields,
      images,
      replicas,
    },
    fleet,
  );
  const files = new Map([['kustomization.yaml', text]]);
  for (const [index, { object }] of own.entries()) files.set(names[index]!, yamlText(inReadingOrder(object)));
  for (const [path, patch] of patches.files) files.set(path, patch);
  return files;
}

/** What an object is and is called comes first. */
function inReadingOrder(object: KubernetesObject): KubernetesObject {
  const { apiVersion, kind, metadata, ...fields } = object;
  return { apiVersion, kind, metadata, ...fields };
}
