import type { KubernetesObject } from '../../objects/kubernetes-object.ts';

const known = new WeakMap<KubernetesObject, boolean>();

/**
 * Whether kustomize can apply a JSON patch to an object. It writes the patched object as YAML and reads it again, and
 * cannot read back a text of several lines that starts with a tab: go-yaml writes it as a block literal without the
 * indentation indicator that it needs (go.yaml.in/yaml/v3 3.0.3).
 */
export function survivesJsonPatch(object: KubernetesObject): boolean {
  const remembered = known.get(object);
  if (remembered !== undefined) return remembered;
  const survives = isReadable(object);
  known.set(object, survives);
  return survives;
}

function isReadable(value: unknown): boolean {
  if (typeof value === 'string') return !value.startsWith('\t') || !value.includes('\n');
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every((element) => isReadable(element));
  const fields = value as Readonly<Record<string, unknown>>;
  for (const name in fields) {
    if (!isReadable(fields[name])) return false;
  }
  return true;
}
