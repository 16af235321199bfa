import { groupOf } from '../../objects/object-id.ts';
import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { ResolvedObject } from '../../resolved/object.ts';

/** One object on both sides of a kustomization: as its `resources:` bring it, and as the build must yield it. */
export interface Change {
  readonly base: KubernetesObject;
  readonly target: KubernetesObject;
}

export interface Pair extends Change {
  readonly resolved: ResolvedObject;
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
export function matchObjects(
  brought: readonly KubernetesObject[],
  targets: readonly ResolvedObject[],
): Matched {
  const partners = new Map<ResolvedObject, KubernetesObject>();
  const rest = new Set(brought);
  const pair = (target: ResolvedObject, base: KubernetesObject | undefined) => {
    if (base !== undefined && rest.delete(base)) partners.set(target, base);
  };
  // A placement keeps the order of its base as a rule: most partners stand at the same place.
  for (const [index, target] of targets.entries()) {
    if (brought[index] !== undefined && isSame(brought[index], target.object)) pair(target, brought[index]);
  }
  if (rest.size > 0) {
    const left = grouped(rest, (object) => `${nameKey(object)}/${object.metadata.namespace ?? ''}`);
    for (const target of targets) {
      const { object } = target;
      if (!partners.has(target))
        pair(target, left.get(`${nameKey(object)}/${object.metadata.namespace ?? ''}`)?.[0]);
    }
  }
  if (rest.size > 0) {
    const left = grouped(rest, nameKey);
    const wanting = grouped(
      targets.filter((target) => !partners.has(target)),
      ({ object }) => nameKey(object),
    );
    for (const [name, [target, ...others]] of wanting) {
      const bases = left.get(name) ?? [];
      if (others.length === 0 && bases.length === 1) pair(target!, bases[0]);
    }
  }
  return {
    pairs: targets.flatMap((resolved) => {
      const base = partners.get(resolved);
      return base === undefined ? [] : [{ base, target: resolved.object, resolved }];
    }),
    removed: [...rest],
    own: targets.filter((target) => !partners.has(target)),
  };
}

/** Takes pairs apart that no patch can turn into each other: the object is removed, and another one is brought. */
export function dissolve(matched: Matched, isHopeless: (pair: Pair) => boolean): Matched {
  const hopeless = matched.pairs.filter(isHopeless);
  if (hopeless.length === 0) return matched;
  return {
    pairs: matched.pairs.filter((pair) => !hopeless.includes(pair)),
    removed: [...matched.removed, ...hopeless.map(({ base }) => base)],
    own: [...matched.own, ...hopeless.map(({ resolved }) => resolved)],
  };
}

function isSame(a: KubernetesObject, b: KubernetesObject): boolean {
  return (
    a.metadata.name === b.metadata.name &&
    a.kind === b.kind &&
    a.metadata.namespace === b.metadata.namespace &&
    groupOf(a.apiVersion) === groupOf(b.apiVersion)
  );
}

function nameKey({ apiVersion, kind, metadata }: KubernetesObject): string {
  return `${groupOf(apiVersion)}/${kind}/${metadata.name}`;
}

function grouped<T>(values: Iterable<T>, keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
