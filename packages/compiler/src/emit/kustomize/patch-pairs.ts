import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { ResolvedObject } from '../../resolved/object.ts';
import { type Build, type FormerNamespaces, formerNamespacesOf } from './build.ts';
import { jsonEqual } from './json-equal.ts';
import { sharesChangedLabel } from './labels.ts';
import { type ObjectPatch, objectPatch } from './object-patch.ts';
import type { Matched } from './pairs.ts';
import { nameIndex, patchTarget } from './patch-target.ts';
import type { SettledPair } from './settled-pair.ts';
import { isRewritable } from './rewritable.ts';
import { beforeTransformers, type Transformers } from './transformers.ts';

export interface NamedPatch {
  readonly patch: ObjectPatch;
  /** The object that a patch of one object is for. */
  readonly subject?: ResolvedObject;
}

export interface PatchedPairs {
  readonly patches: readonly NamedPatch[];
  readonly formerNamespaces: FormerNamespaces;
}

/** The patches of single objects that come before the transformers; undefined where kustomize cannot apply one of them. */
export function patchPairs(
  pairs: readonly SettledPair[],
  { own }: Matched,
  build: Build,
  transformers: Transformers,
): PatchedPairs | undefined {
  const names = nameIndex(
    build.objects,
    own.map(({ object }) => object),
  );
  const patches: NamedPatch[] = [];
  const formerNamespaces = new Map<KubernetesObject, readonly (string | undefined)[]>();
  for (const pair of pairs) {
    const { base, brought, target, resolved } = pair;
    const wanted = pair.differs ? beforeTransformers(base, target, transformers) : base;
    const patch = base === wanted || jsonEqual(base, wanted) ? undefined : patchOf(pair, wanted);
    if (patch !== undefined) {
      const rewritten = patch.kind === 'json' ? [brought, wanted] : [patch.content];
      if (!rewritten.every(isRewritable)) return undefined;
      patches.push({ patch, subject: resolved });
    }
    const known = build.formerNamespaces.get(brought);
    const isTouched = base !== brought || patch?.kind === 'json' || transformers.namespace !== undefined;
    if (isTouched)
      formerNamespaces.set(target, [...formerNamespacesOf(brought, build), brought.metadata.namespace]);
    else if (known !== undefined) formerNamespaces.set(target, known);
  }
  return { patches, formerNamespaces };

  function patchOf({ base, brought }: SettledPair, wanted: KubernetesObject): ObjectPatch {
    const stays = base.metadata.namespace === wanted.metadata.namespace;
    const strategic = stays && !build.foreign.has(brought) && !sharesChangedLabel(wanted, build.sharedLabels);
    return objectPatch(base, wanted, {
      strategic,
      keyed: build.foreign.size === 0,
      target: () => patchTarget({ brought, namespace: base.metadata.namespace, build, names }),
    });
  }
}
