import { groupOf } from '../../objects/object-id.ts';
import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { ResolvedObject } from '../../resolved/object.ts';

/** One object on both sides of a kustomization: as its `resources:` bring it, and as the build must yield it. */
export interface Pair {
  readonly base: KubernetesObject;
  readonly target: KubernetesObject;
  /** Names the patch file, should the patch be long. */
  readonly component: string;
}

/** What a kustomization has to do to the objects that its resources bring. */
export interface Matched {
  readonly pairs: readonly Pair[];
  readonly removed: readonly KubernetesObject[];
  /** Objects that the resources do not bring. */
  readonly own: readonly ResolvedObject[];
}

/**
 * Pairs the objects of the same group, kind, namespace and name; of the rest those that are alone with their group, kind
 * and name on both sides: they only change their namespace.
 */
export function matchObjects(brought: readonly KubernetesObject[], targets: readonly ResolvedObject[]): Matched {
  const open = new Map<string, KubernetesObject[]>();
  for (const object of brought) {
    const name = nameKey(object);
    const sameName = open.get(name);
    if (sameName === undefined) open.set(name, [object]);
    else sameName.push(object);
  }
  const partners = new Map<ResolvedObject, KubernetesObject>();
  for (const target of targets) {
    const sameName = open.get(nameKey(target.object)) ?? [];
    const index = sameName.findIndex(({ metadata }) => metadata.namespace === target.object.metadata.namespace);
    if (index >= 0) partners.set(target, sameName.splice(index, 1)[0]!);
  }
  const movable = new Map<string, number>();
  for (const target of targets) {
    if (!partners.has(target)) movable.set(nameKey(target.object), (movable.get(nameKey(target.object)) ?? 0) + 1);
  }
  for (const target of targets) {
    const name = nameKey(target.object);
    const rest = open.get(name) ?? [];
    if (!partners.has(target) && rest.length === 1 && movable.get(name) === 1) partners.set(target, rest.pop()!);
  }
  return {
    pairs: targets.flatMap((target) => {
      const base = partners.get(target);
      return base === undefined ? [] : [{ base, target: target.object, component: target.component }];
    }),
    removed: [...open.values()].flat(),
    own: targets.filter((target) => !partners.has(target)),
  };
}

function nameKey({ apiVersion, kind, metadata }: KubernetesObject): string {
  return `${groupOf(apiVersion)}/${kind}/${metadata.name}`;
}
