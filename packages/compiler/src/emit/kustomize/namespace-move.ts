import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { type Build, formerNamespacesOf } from './build.ts';
import { effectiveNamespace } from './effective-namespace.ts';
import type { ObjectPatch } from './object-patch.ts';
import type { Matched, Pair } from './pairs.ts';
import { escapeRegExp } from './patch-target.ts';

/** One patch that moves many objects from the namespace they have to another. */
export interface NamespaceMove {
  readonly pairs: ReadonlySet<Pair>;
  readonly to: string;
  readonly patch: ObjectPatch;
}

/**
 * The patch that moves every object of a namespace to `to`, where it reaches no other object (what is removed is gone by
 * then). Not kustomize's
 * `namespace:`: that takes quadratic time, gives cluster-scoped custom resources a namespace, and rewrites subjects.
 */
export function namespaceMove({ pairs, own }: Matched, build: Build, to: string): NamespaceMove | undefined {
  const first = pairs.find(({ base, target }) => namespaceOf(base) !== to && namespaceOf(target) === to);
  const from = first && effectiveNamespace(first.base);
  if (first === undefined || from === undefined) return undefined;
  const written = namespaceOf(first.base);
  const reached = pairs.filter(({ base }) => effectiveNamespace(base) === from);
  const isExact =
    reached.every(({ base, target }) => namespaceOf(base) === written && namespaceOf(target) === to) &&
    own.every(({ object }) => effectiveNamespace(object) !== from) &&
    // kustomize also selects by the namespace that an object had before.
    pairs.every(({ base }) => effectiveNamespace(base) === from || !wasIn(from, base, build));
  if (!isExact) return undefined;
  const operation = { op: written === undefined ? 'add' : 'replace', path: '/metadata/namespace', value: to };
  return {
    pairs: new Set(reached),
    to,
    patch: { kind: 'json', target: { namespace: escapeRegExp(from) }, content: [operation] },
  };
}

function wasIn(namespace: string, object: KubernetesObject, build: Build): boolean {
  return formerNamespacesOf(object, build).some((former) => (former ?? 'default') === namespace);
}

function namespaceOf(object: KubernetesObject): string | undefined {
  return object.metadata.namespace;
}
