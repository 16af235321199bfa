import { groupOf } from '@seatrial/compiler';
import { recordAt, textAt } from '../json/fields.ts';
import type { ClusterView } from './cluster-view.ts';
import type { LocatedObject } from './located-object.ts';

/** What the identity of an object hangs on besides itself. */
interface Around {
  /** The namespace of objects that name none. */
  readonly home: string | undefined;
  /** Whether an object has a namespace whose kind the cluster does not know. */
  readonly isNamespaced: (namespace: string | undefined) => boolean;
}

/** What is one object on one cluster; undefined for hooks, and for names that are drawn by lot. */
export function identityOn(
  { name: cluster, kinds }: ClusterView,
  { object }: LocatedObject,
  { home, isNamespaced }: Around,
): string | undefined {
  const { apiVersion, kind } = object as Readonly<Record<string, unknown>>;
  const name = textAt(object, 'metadata', 'name');
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || name === undefined) return undefined;
  const annotations = recordAt(object, 'metadata', 'annotations');
  if ('helm.sh/hook' in annotations || 'argocd.argoproj.io/hook' in annotations) return undefined;
  const own = textAt(object, 'metadata', 'namespace');
  const namespaced = kinds.find(apiVersion, kind)?.namespaced ?? isNamespaced(own);
  return JSON.stringify([cluster, groupOf(apiVersion), kind, namespaced ? (own ?? home) : '', name]);
}
