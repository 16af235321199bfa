const known = new WeakMap<object, boolean>();

/**
 * Whether kustomize can write a value anew and read it back. It does so with a whole object after a JSON patch, and with
 * what a strategic merge patch puts in the place of an old value. A text of several lines that starts with a tab it then
 * writes as a block literal without the indentation indicator that this needs (go.yaml.in/yaml/v3 3.0.3).
 */
export function isRewritable(value: object): boolean {
  const remembered = known.get(value);
  if (remembered !== undefined) return remembered;
  const rewritable = isReadable(value);
  known.set(value, rewritable);
  return rewritable;
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
