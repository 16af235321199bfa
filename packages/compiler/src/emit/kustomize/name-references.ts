import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { groupOf } from '../../objects/object-id.ts';
import { isRecord } from '../../objects/merge-patch.ts';
import type { ResolvedObject } from '../../resolved/object.ts';
import type { FormerNamespaces } from './build.ts';

/** A map with a name, and perhaps a namespace, that kustomize takes for a reference to an object of a kind. */
interface Reference {
  readonly kind: 'ServiceAccount' | 'Service';
  readonly name: unknown;
  readonly namespace: unknown;
}

/**
 * Whether kustomize leaves alone what refers to the touched objects: those that it has noted a former namespace
 * of, because a JSON patch or `namespace:` changed them. At the end of a build it writes the namespace of a
 * touched ServiceAccount into every subject of its name, whatever the subject's kind and even where it has none, and
 * that of a touched Service into the webhooks that call one of its name. That is exact only where it is there already.
 * Source: kustomize api/filters/nameref, api/internal/konfig/builtinpluginconsts/namereference.go.
 */
export function referencesHold(targets: readonly ResolvedObject[], touched: FormerNamespaces): boolean {
  const referred = targets.filter(({ object: { kind } }) => kind === 'ServiceAccount' || kind === 'Service');
  if (!referred.some(({ object }) => touched.has(object))) return true;
  return targets
    .flatMap(({ object }) => references(object))
    .every((reference) =>
      referred.every((resolved) => {
        const former = touched.get(resolved.object);
        return former === undefined || isLeftAlone(reference, resolved, former);
      }),
    );
}

function isLeftAlone(
  { kind, name, namespace }: Reference,
  { object, foreignBase }: ResolvedObject,
  formerNamespaces: readonly (string | undefined)[],
): boolean {
  if (object.kind !== kind) return true;
  const isThatName = object.metadata.name === name;
  // The author's folder may have given it a prefix: any name may be its former one.
  if (!isThatName && foreignBase === undefined) return true;
  if (object.metadata.namespace === namespace) return isThatName;
  return (
    typeof namespace === 'string' && !formerNamespaces.some((former) => (former ?? 'default') === namespace)
  );
}

function references(object: KubernetesObject): readonly Reference[] {
  switch (`${groupOf(object.apiVersion)}/${object.kind}`) {
    case 'rbac.authorization.k8s.io/RoleBinding':
    case 'rbac.authorization.k8s.io/ClusterRoleBinding':
      return records(object.subjects).map(({ name, namespace }) => ({
        kind: 'ServiceAccount',
        name,
        namespace,
      }));
    case 'admissionregistration.k8s.io/ValidatingWebhookConfiguration':
    case 'admissionregistration.k8s.io/MutatingWebhookConfiguration':
      return records(object.webhooks).flatMap(({ clientConfig }) => {
        const service = isRecord(clientConfig) ? clientConfig.service : undefined;
        return isRecord(service)
          ? [{ kind: 'Service', name: service.name, namespace: service.namespace }]
          : [];
      });
    default:
      return [];
  }
}

function records(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
