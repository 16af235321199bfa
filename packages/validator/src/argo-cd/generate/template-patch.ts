import { isRecord } from '../../json/is-record.ts';
import { NotRendered, Refused } from '../go-template/failures.ts';
import { parseYaml } from '../parse-yaml.ts';

/**
 * An Application with the patch of its ApplicationSet, which is a strategic merge: maps merge, null deletes, lists
 * replace, and finalizers are added. The project stays as the template says it.
 * Source: applicationset/controllers/template/patch.go. @throws Refused, NotRendered
 */
export function patched(
  application: Readonly<Record<string, unknown>>,
  patch: string,
): Readonly<Record<string, unknown>> {
  const parsed = parseYaml(patch) ?? {};
  if (!isRecord(parsed)) throw new Refused('the templatePatch is no map');
  const merged = merge(application, parsed, '');
  const spec = isRecord(merged['spec']) ? merged['spec'] : {};
  const own = isRecord(application['spec']) ? application['spec']['project'] : undefined;
  return { ...merged, spec: { ...spec, project: own } };
}

type Fields = Readonly<Record<string, unknown>>;

function merge(base: Fields, patch: Fields, path: string): Fields {
  if (Object.keys(patch).some((key) => key.startsWith('$')))
    throw new NotRendered('a templatePatch with $patch is not rendered here');
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    const known = Object.hasOwn(base, key) ? base[key] : undefined;
    const at = `${path}/${key}`;
    if (value === null) delete merged[key];
    else if (isRecord(value)) merged[key] = merge(isRecord(known) ? known : {}, value, at);
    else if (at === '/metadata/finalizers' && Array.isArray(value) && Array.isArray(known))
      merged[key] = [...new Set([...(value as unknown[]), ...(known as unknown[])])];
    else merged[key] = value;
  }
  return merged;
}
