import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { ResolvedApplication } from '../../resolved/application.ts';
import type { ResolvedObject } from '../../resolved/object.ts';
import type { Build } from './build.ts';
import { type ForeignLayer, foreignLayer } from './foreign-layer.ts';
import { baseFolder } from './folders.ts';
import { type Layer, ownOnly } from './layer.ts';
import { commonLabels, labelKeys, sharedLabelKeys, withoutLabels } from './labels.ts';

/** The base of an application: its kustomization, those of the author's folders under it, and what they build. */
export interface BaseLayer extends Layer {
  readonly foreign: readonly ForeignLayer[];
  readonly build: Build;
}

const layers = new WeakMap<ResolvedApplication, BaseLayer>();

/** Made once for each application, whatever its placements. `tree` is the tree's folder in the repository. */
export function baseLayer(application: ResolvedApplication, tree: string): BaseLayer {
  const known = layers.get(application);
  if (known !== undefined) return known;
  const made = makeBaseLayer(application, tree);
  layers.set(application, made);
  return made;
}

function makeBaseLayer(application: ResolvedApplication, tree: string): BaseLayer {
  const { base, foreignBases } = application;
  const own = base.filter(({ foreignBase }) => foreignBase === undefined);
  // A label of an author's folder may be one that kustomize also holds for selectors: see `sharesChangedLabel`.
  const theirKeys = new Set(
    foreignBases.flatMap(({ objects }) => labelKeys(objects as readonly KubernetesObject[])),
  );
  const labels =
    own.length === 0
      ? []
      : commonLabels(
          base.map(({ object }) => object),
          theirKeys,
        );
  const foreign = foreignBases.map((folder) => {
    const targets = base.filter(({ foreignBase }) => foreignBase === folder.component);
    const at = `${tree}/${baseFolder(application.name)}/${folder.component}`;
    return foreignLayer(folder, targets, { at, namespace: application.namespace, laterLabels: labels });
  });
  const bare = own.map((resolved) => ({
    ...resolved,
    object: withoutLabels(resolved.object, labels) ?? resolved.object,
  }));
  return {
    folders: foreign.map(({ component }) => component),
    customization: ownOnly(bare, labels),
    foreign,
    build: {
      objects: base.map(({ object }) => object),
      foreign: objectsOf(
        base.filter(({ foreignBase }) =>
          foreign.some((layer) => layer.component === foreignBase && layer.usesFolder),
        ),
      ),
      sharedLabels: new Set([...sharedLabelKeys(labels), ...theirKeys]),
      formerNamespaces: new Map(foreign.flatMap(({ customization }) => [...customization.formerNamespaces])),
    },
  };
}

function objectsOf(resolved: readonly ResolvedObject[]): ReadonlySet<KubernetesObject> {
  return new Set(resolved.map(({ object }) => object));
}
