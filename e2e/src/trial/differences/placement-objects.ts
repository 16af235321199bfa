import { groupOf, type KubernetesObject, type Placement } from '@seatrial/compiler';
import { field, listAt, textAt } from '../field.ts';

/** An object that an Application lists in its status. */
export interface ListedObject {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string | undefined;
  readonly name: string;
}

/** Every object that a placement's sync makes, its charts' too, in the order of git. */
export function placementObjects({ objects, charts }: Placement): readonly KubernetesObject[] {
  return [...objects.map(({ object }) => object), ...charts.flatMap((chart) => chart.objects ?? [])];
}

/** Runs around a sync and goes by its delete policy: not one of the objects that live. */
export function isHook({ metadata: { annotations = {} } }: KubernetesObject): boolean {
  return 'argocd.argoproj.io/hook' in annotations || 'helm.sh/hook' in annotations;
}

/** Without hooks, which nobody prunes: Argo CD lists those that are still there. */
export function listedObjects(application: KubernetesObject | undefined): readonly ListedObject[] {
  return listAt(application, 'status', 'resources')
    .filter((resource) => field(resource, 'hook') !== true)
    .map((resource) => ({
      group: textAt(resource, 'group') ?? '',
      kind: textAt(resource, 'kind') ?? '',
      namespace: textAt(resource, 'namespace'),
      name: textAt(resource, 'name') ?? '',
    }));
}

export function isListed(object: KubernetesObject, listed: ListedObject): boolean {
  const { name, namespace } = object.metadata;
  return (
    listed.kind === object.kind &&
    listed.name === name &&
    listed.group === groupOf(object.apiVersion) &&
    (namespace === undefined || listed.namespace === undefined || listed.namespace === namespace)
  );
}

export const trackingAnnotation = 'argocd.argoproj.io/tracking-id';

/**
 * How Argo CD marks an object as one of an Application's; undefined for definitions, which it never marks. A cluster-scoped
 * object gets the Application's namespace, too. Source: Argo CD 3.4.2, `util/argo/resource_tracking.go`,
 * `UnstructuredToAppInstanceValue`, and `reposerver/repository/repository.go`, `GenerateManifests`.
 */
export function trackingId({ name, namespace }: Placement, object: KubernetesObject): string | undefined {
  if (object.kind === 'CustomResourceDefinition') return undefined;
  const where = object.metadata.namespace ?? namespace;
  return `${name}:${groupOf(object.apiVersion)}/${object.kind}:${where}/${object.metadata.name}`;
}
