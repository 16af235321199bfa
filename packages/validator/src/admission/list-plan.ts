import { isRecord } from '../json/is-record.ts';
import { pointerKeys } from '../json/json-pointer.ts';
import { listKeyDefaults } from '../schemas/list-keywords.ts';

/** Where in the objects of a kind lists are maps or sets: only the ways that lead to one. */
export interface ListPlan {
  /** Names of the fields that tell the items of this list apart, and what a field is when it is left out. */
  readonly keys?: readonly (readonly [name: string, byDefault: unknown])[];
  /** No item of this list may be there twice. */
  readonly isSet?: boolean;
  readonly properties: ReadonlyMap<string, ListPlan>;
  readonly items?: ListPlan;
  readonly additional?: ListPlan;
}

/** The one default of a list key that Kubernetes' OpenAPI document does not tell. */
const usualProtocol = 'TCP';

const known = new WeakMap<object, ListPlan | undefined>();

/** The plan of a schema of this package, made once for each schema; undefined where no list of the kind is a map or set. */
export function listPlanOf(schema: unknown): ListPlan | undefined {
  if (!isRecord(schema)) return undefined;
  if (!known.has(schema)) known.set(schema, planOf(schema));
  return known.get(schema);
}

type Node = Readonly<Record<string, unknown>>;

function planOf(root: Node): ListPlan | undefined {
  const done = new Map<string, ListPlan | undefined>();
  return plan(root);

  function plan(node: unknown): ListPlan | undefined {
    if (!isRecord(node)) return undefined;
    const parts = [node, ...within(node)];
    const reference = parts.map((part) => part['$ref']).find((found) => typeof found === 'string');
    if (typeof reference === 'string') {
      if (!done.has(reference)) {
        // Where a definition leads to itself (a schema in a schema), the inner lists are left to the outer pass.
        done.set(reference, undefined);
        done.set(reference, plan(referred(root, reference)));
      }
      const target = done.get(reference);
      if (target !== undefined) return target;
    }
    const properties = new Map<string, ListPlan>();
    for (const [name, child] of parts.flatMap(({ properties: own }) =>
      isRecord(own) ? Object.entries(own) : [],
    )) {
      const found = plan(child);
      if (found !== undefined) properties.set(name, found);
    }
    const [items, additional] = ['items', 'additionalProperties'].map((name) =>
      plan(parts.map((part) => part[name]).find(isRecord)),
    );
    const keys = keysOf(node);
    const isSet = node['x-kubernetes-list-type'] === 'set';
    if (
      keys === undefined &&
      !isSet &&
      properties.size === 0 &&
      items === undefined &&
      additional === undefined
    )
      return undefined;
    return {
      properties,
      ...(keys === undefined ? {} : { keys }),
      ...(isSet ? { isSet } : {}),
      ...(items === undefined ? {} : { items }),
      ...(additional === undefined ? {} : { additional }),
    };
  }
}

/** The wrappers that this package writes around a schema. */
function within(node: Node): readonly Node[] {
  const { allOf, then } = node;
  const parts = [...(Array.isArray(allOf) ? allOf : []), then].filter(isRecord);
  return parts.flatMap((part) => [part, ...within(part)]);
}

function referred(root: Node, reference: string): unknown {
  return pointerKeys(reference.slice(1)).reduce<unknown>(
    (node, key) => (isRecord(node) ? node[key] : undefined),
    root,
  );
}

function keysOf(node: Node): ListPlan['keys'] {
  const names = node['x-kubernetes-list-map-keys'];
  if (node['x-kubernetes-list-type'] !== 'map' || !Array.isArray(names)) return undefined;
  const defaults = isRecord(node[listKeyDefaults]) ? node[listKeyDefaults] : {};
  return names
    .filter((name) => typeof name === 'string')
    .map((name) => [name, defaults[name] ?? (name === 'protocol' ? usualProtocol : undefined)]);
}
