import { shortDigest } from '../../objects/digest.ts';
import { groupOf } from '../../objects/object-id.ts';
import type { ResolvedObject } from '../../resolved/object.ts';

/** A file name has at most 255 bytes on the usual file systems; `.patch.yaml` must fit behind. */
const longest = 200;

/**
 * Names of the files that hold the objects of one folder, without `.yaml`, in the order of the objects:
 * `<component>-<kind>`, and where two objects would share it, `<component>-<kind>-<name>`, then with namespace and group.
 * An object that comes or goes renames no other file, unless the two collide.
 */
export function objectFileNames(objects: readonly ResolvedObject[]): readonly string[] {
  const names: string[] = objects.map(() => '');
  let open = objects.map((_, index) => index);
  for (const spelling of spellings) {
    const spelled = open.map((index) => spelling(objects[index]!));
    const uses = new Map<string, number>();
    for (const name of spelled) uses.set(name, (uses.get(name) ?? 0) + 1);
    const taken = new Set(names);
    const isFree = (name: string) => uses.get(name) === 1 && !taken.has(name);
    for (const [position, index] of open.entries()) {
      if (isFree(spelled[position]!)) names[index] = spelled[position]!;
    }
    open = open.filter((index) => names[index] === '');
    if (open.length === 0) break;
  }
  return names;
}

const spellings: readonly ((object: ResolvedObject) => string)[] = [
  ({ component, object }) => fileName([component, object.kind]),
  ({ component, object }) => fileName([component, object.kind, object.metadata.name]),
  ({ component, object }) =>
    fileName([component, object.kind, object.metadata.name, object.metadata.namespace ?? '']),
  ({ component, object }) => {
    const { name, namespace = '' } = object.metadata;
    return fileName([component, object.kind, name, namespace, groupOf(object.apiVersion)]);
  },
  (resolved) => `${spellings[2]!(resolved).slice(0, longest)}-${digestOf(resolved)}`,
];

/** Lower case, and only letters, digits, dots and dashes: RBAC names hold colons, and file systems may ignore case. */
function fileName(parts: readonly string[]): string {
  const name = parts
    .filter((part) => part !== '')
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]+/g, '-')
    .replace(/^[.-]+/, '');
  return name.length <= longest ? name : `${name.slice(0, longest - 11)}-${shortDigest(parts.join('/'))}`;
}

function digestOf({ component, object }: ResolvedObject): string {
  const { name, namespace = '' } = object.metadata;
  return shortDigest([component, groupOf(object.apiVersion), object.kind, namespace, name].join('/'));
}
