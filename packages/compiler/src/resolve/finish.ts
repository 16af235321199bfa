import { describeObject, groupOf, objectId, objectKey } from '../objects/object-id.ts';
import { isClusterScoped } from '../objects/scope.ts';
import type { KubernetesObject } from '../objects/kubernetes-object.ts';
import type { ResolvedObject } from '../resolved/object.ts';
import type { Context, Draft } from './context.ts';

/** Metadata in the order in which people write it. */
function metadataOf(object: KubernetesObject, context: Context): KubernetesObject['metadata'] {
  const { name, namespace, labels, annotations, ...rest } = object.metadata;
  const clusterScoped = isClusterScoped(groupOf(object.apiVersion), object.kind, context.clusterScoped);
  const home = clusterScoped ? undefined : (namespace ?? context.namespace);
  const allLabels = { ...context.labels, ...labels };
  return {
    name,
    ...(home === undefined ? {} : { namespace: home }),
    ...(Object.keys(allLabels).length === 0 ? {} : { labels: allLabels }),
    // kustomize leaves out an empty map of annotations whatever a tree says.
    ...(Object.keys(annotations ?? {}).length === 0 ? {} : { annotations }),
    ...rest,
  };
}

function finished(draft: Draft, context: Context): ResolvedObject {
  const { apiVersion, kind, metadata: _metadata, ...rest } = draft.object;
  return {
    object: { apiVersion, kind, metadata: metadataOf(draft.object, context), ...rest },
    component: draft.component,
    ...(draft.foreignBase === undefined ? {} : { foreignBase: draft.foreignBase }),
  };
}

/** Namespaces and common labels; two components that make one object are a problem. */
export function finishDrafts(drafts: readonly Draft[], context: Context): ResolvedObject[] {
  const owners = new Map<string, Draft>();
  return drafts.map((draft) => {
    const resolved = finished(draft, context);
    const id = objectId(resolved.object);
    const owner = owners.get(objectKey(id));
    if (owner !== undefined) {
      context.report({
        code: 'SEA1017',
        sentence: `${describeObject(id)} is made twice: by ${owner.path.join('.')} and by ${draft.path.join('.')}`,
        hint: 'rename one of the components, or leave one out',
        path: draft.path,
      });
    }
    owners.set(objectKey(id), draft);
    return resolved;
  });
}
