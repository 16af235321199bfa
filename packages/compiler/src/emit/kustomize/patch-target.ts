import { groupOf } from '../../objects/object-id.ts';
import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { type Build, nameInBuild } from './build.ts';
import type { PatchTarget } from './kustomization.ts';

/** How many objects of a build have one kind and name, by `kind/name`: whether these two are enough to find one. */
export type NameIndex = (key: string) => number;

const brought = new WeakMap<readonly KubernetesObject[], ReadonlyMap<string, number>>();

/** `objects` are those that the resources bring, one and the same list for all placements. */
export function nameIndex(objects: readonly KubernetesObject[], own: readonly KubernetesObject[]): NameIndex {
  let known = brought.get(objects);
  if (known === undefined) {
    known = count(objects);
    brought.set(objects, known);
  }
  const shared = known;
  const more = own.length === 0 ? undefined : count(own);
  return (key) => (shared.get(key) ?? 0) + (more?.get(key) ?? 0);
}

export interface Wanted {
  readonly brought: KubernetesObject;
  /** The namespace that the object has when the patch runs. */
  readonly namespace: string | undefined;
  readonly build: Build;
  readonly names: NameIndex;
}

/** The target that selects exactly one object of a build. */
export function patchTarget({ brought: object, namespace, build, names }: Wanted): PatchTarget {
  const { apiVersion, kind, metadata } = object;
  const name = escapeRegExp(nameInBuild(object, build));
  if (names(`${kind}/${metadata.name}`) === 1) return { kind, name };
  const group = groupOf(apiVersion);
  return {
    // An empty field selects anything, an empty group in parentheses only the core group.
    group: group === '' ? '()' : escapeRegExp(group),
    version: apiVersion.slice(apiVersion.indexOf('/') + 1),
    kind,
    name,
    ...(namespace !== undefined && { namespace: escapeRegExp(namespace) }),
  };
}

export function escapeRegExp(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

function count(objects: readonly KubernetesObject[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { kind, metadata } of objects) {
    const key = `${kind}/${metadata.name}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
