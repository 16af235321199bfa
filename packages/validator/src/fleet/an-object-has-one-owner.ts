import type { FleetCheck } from '../check/check.ts';
import { identityOn } from '../rendered/identity-on.ts';
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
        const key = identityOn(view, located, { home: namespace, isNamespaced: () => true });
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

function origin({ place }: LocatedObject): string {
  const [, , part, component] = place.model ?? [];
  return part === 'charts' ? ` (chart ${component})` : '';
}
