import { describeObject, groupOf, objectId, type KubernetesObject } from '@seatrial/compiler';
import { listAt } from '../../trial/field.ts';
import { refOf } from './candidates.ts';
import type { Drift } from './drift.ts';

/**
 * Lists that are one value: whoever writes one writes all of it, so that Argo CD sees a further element. In lists with
 * merge keys an element that git does not name belongs to whoever added it. From those that start no pods anew.
 * Source: Kubernetes' OpenAPI, `x-kubernetes-list-type: atomic` or no type and no merge key.
 */
const atomicLists: readonly { readonly kind: string; readonly path: readonly string[] }[] = [
  { kind: 'networking.k8s.io/Ingress', path: ['spec', 'rules'] },
  { kind: 'networking.k8s.io/NetworkPolicy', path: ['spec', 'egress'] },
  { kind: 'networking.k8s.io/NetworkPolicy', path: ['spec', 'ingress'] },
  { kind: 'rbac.authorization.k8s.io/Role', path: ['rules'] },
  { kind: 'rbac.authorization.k8s.io/ClusterRole', path: ['rules'] },
  { kind: 'rbac.authorization.k8s.io/RoleBinding', path: ['subjects'] },
  { kind: 'autoscaling/HorizontalPodAutoscaler', path: ['spec', 'metrics'] },
];
const containers = ['spec', 'template', 'spec', 'containers'];

/** The last element of an atomic list a second time: valid wherever the first is. */
export function addedElements(objects: readonly KubernetesObject[]): readonly Drift[] {
  return [
    ...atomicLists.flatMap(({ kind, path }) =>
      objects
        .filter((object) => `${groupOf(object.apiVersion)}/${object.kind}` === kind)
        .flatMap((object) => added(object, path)),
    ),
    // What a constraint matches: a definition of it says nothing of lists, so they are atomic.
    ...objects
      .filter(({ apiVersion }) => groupOf(apiVersion) === 'constraints.gatekeeper.sh')
      .flatMap((object) => added(object, ['spec', 'match', 'kinds'])),
    ...objects.flatMap((object) => ['args', 'command'].flatMap((name) => addedInContainer(object, name))),
  ];
}

function added(object: KubernetesObject, path: readonly string[]): readonly Drift[] {
  const list = listAt(object, ...path);
  if (list.length === 0) return [];
  const patchTo = (value: unknown): unknown =>
    path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return [drift(object, path, list, patchTo)];
}

function addedInContainer(object: KubernetesObject, name: string): readonly Drift[] {
  const all = listAt(object, ...containers);
  const list = listAt(object, ...containers, 0, name);
  if (list.length === 0) return [];
  // A merge patch replaces lists, so all containers are written.
  const patchTo = (value: unknown): unknown => ({
    spec: {
      template: {
        spec: {
          containers: all.map((container, at) =>
            at === 0 ? { ...(container as object), [name]: value } : container,
          ),
        },
      },
    },
  });
  return [drift(object, [...containers, '0', name], list, patchTo)];
}

function drift(
  object: KubernetesObject,
  path: readonly string[],
  list: readonly unknown[],
  patchTo: (value: unknown) => unknown,
): Drift {
  return {
    kind: 'added list element',
    ref: refOf(object),
    what: `${describeObject(objectId(object))}: an element more in .${path.join('.')}, which had ${String(list.length)}`,
    patch: patchTo([...list, list.at(-1)]),
    undo: patchTo(list),
    isHealed: (live) => listAt(live, ...path).length === list.length,
    isDrifted: (live) => listAt(live, ...path).length === list.length + 1,
  };
}
