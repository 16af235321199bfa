import { groupOf } from '@seatrial/compiler';
import type { FleetCheck } from '../check/check.ts';
import { recordAt, textAt } from '../json/fields.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { placeOf } from '../rendered/place-of.ts';

export const anObjectHasOneOwner: FleetCheck = {
  rule: 'An object has one owner on its cluster, chart or tree',
  explanation: {
    code: 'SEA3710',
    title: 'Two placements own one object',
    meaning:
      'On one cluster, two placements make the same object, at least one of them by a chart. Their engines would undo each other for ever, and pruning one would delete it for the other.',
    fix: 'Let one of them make it: switch it off in the values of the chart, or give one of the releases another name or namespace.',
  },
  run({ units, views, objectsOf }, say) {
    const owners = new Map<string, { readonly unit: string; readonly located: LocatedObject }>();
    for (const { name: unit, cluster, namespace } of units) {
      const view = views.get(cluster);
      if (view === undefined) continue;
      for (const located of objectsOf.get(unit) ?? []) {
        const key = identity(located, view, namespace);
        if (key === undefined) continue;
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, { unit, located });
        if (owner === undefined || owner.unit === unit) continue;
        const { kind, metadata } = located.object;
        say.wrong(placeOf(located), {
          sentence: `${kind} ${metadata.name} on ${cluster} belongs to two placements: ${owner.unit}${origin(owner.located)} and ${unit}${origin(located)}.`,
          hint: 'Let one of them make it: switch it off in the values of the chart, or give one of the releases another name.',
        });
      }
    }
  },
};

/** What is one object on one cluster; undefined for what engines do not own: hooks, and names that are drawn by lot. */
function identity(
  { object }: LocatedObject,
  { name: cluster, kinds }: ClusterView,
  home: string | undefined,
): string | undefined {
  const { apiVersion, kind } = object as Readonly<Record<string, unknown>>;
  const name = textAt(object, 'metadata', 'name');
  if (typeof apiVersion !== 'string' || typeof kind !== 'string' || name === undefined) return undefined;
  const annotations = recordAt(object, 'metadata', 'annotations');
  if ('helm.sh/hook' in annotations || 'argocd.argoproj.io/hook' in annotations) return undefined;
  const namespace = textAt(object, 'metadata', 'namespace') ?? home;
  const isNamespaced = kinds.find(apiVersion, kind)?.namespaced ?? true;
  return [cluster, groupOf(apiVersion), kind, isNamespaced ? namespace : '', name].join('/');
}

function origin({ place }: LocatedObject): string {
  const [, , part, component] = place.model ?? [];
  return part === 'charts' ? ` (chart ${component})` : '';
}
