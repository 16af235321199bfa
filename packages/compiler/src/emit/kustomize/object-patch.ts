import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { jsonPatch } from './json-patch.ts';
import { type Build, nameInBuild } from './build.ts';
import type { PatchTarget } from './kustomization.ts';
import { strategicMerge } from './strategic-merge.ts';

/** One patch of one object, as values; `kind` says how kustomize applies it. */
export type ObjectPatch =
  | { readonly kind: 'strategic'; readonly content: Readonly<Record<string, unknown>> }
  | { readonly kind: 'json'; readonly target: PatchTarget; readonly content: readonly unknown[] };

/** What decides how an object may be patched. */
export interface PatchOptions {
  /** Where a JSON patch finds the object. */
  readonly target: () => PatchTarget;
  /** False: only a JSON patch is exact. */
  readonly strategic: boolean;
  /** False: what the build does with lists is not known, because a folder of the author's may bring a schema of its own. */
  readonly keyed: boolean;
}

/** The most readable patch that is exact: a strategic merge where there is one, a JSON patch (RFC 6902) otherwise. */
export function objectPatch(
  from: KubernetesObject,
  to: KubernetesObject,
  options: PatchOptions,
): ObjectPatch {
  const merge = options.strategic ? strategicMerge(from, to, options.keyed) : undefined;
  if (merge === undefined) return { kind: 'json', target: options.target(), content: jsonPatch(from, to) };
  const { metadata = {}, ...fields } = merge;
  return {
    kind: 'strategic',
    content: { ...identity(from, from.metadata.name, metadata as object), ...fields },
  };
}

/** Takes an object out of a build. */
export function removal(object: KubernetesObject, build: Build): ObjectPatch {
  return {
    kind: 'strategic',
    content: { $patch: 'delete', ...identity(object, nameInBuild(object, build), {}) },
  };
}

function identity({ apiVersion, kind, metadata }: KubernetesObject, name: string, changes: object) {
  const { namespace } = metadata;
  return { apiVersion, kind, metadata: { name, ...(namespace !== undefined && { namespace }), ...changes } };
}
