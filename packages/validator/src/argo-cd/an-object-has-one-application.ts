import type { SetCheck } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import { identityOn } from '../rendered/identity-on.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { placeOf } from '../rendered/place-of.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';
import { argoCdOf, type ArgoApplication } from './applications.ts';
import { destinationOf, ownCluster } from './destination.ts';
import { haveSameArgoCd } from './same-argo-cd.ts';

export const anObjectHasOneApplication: SetCheck = {
  rule: 'An object of a cluster is applied by one Application',
  explanation: {
    code: 'SEA3508',
    title: 'Two Applications apply the same object',
    meaning:
      'Two Applications render the same object for the same cluster. Argo CD warns with SharedResourceWarning, each sync takes the object from the other, and deleting one Application deletes it for both.',
    fix: 'Let one Application have it, or give one of the two another name or namespace.',
  },
  run(view, say) {
    const owners = new Map<string, ArgoApplication>();
    const shared = new Map<
      string,
      { readonly pair: readonly [ArgoApplication, ArgoApplication]; objects: LocatedObject[] }
    >();
    for (const application of argoCdOf(view).applications) {
      const { unit } = application;
      const cluster = unit && view.views.get(unit.cluster);
      if (cluster === undefined) continue;
      for (const located of view.objectsOf.get(unit?.name ?? '') ?? []) {
        // Of a fleet, the model knows more: its own check says it.
        const key = located.place.fleet === undefined ? identityOf(located, cluster, application) : undefined;
        if (key === undefined) continue;
        const owner = owners.get(key);
        if (owner === undefined) owners.set(key, application);
        if (owner === undefined || owner === application) continue;
        const names = JSON.stringify([owner.unit?.name, unit?.name]);
        const known = shared.get(names);
        if (known === undefined) shared.set(names, { pair: [owner, application], objects: [located] });
        else known.objects.push(located);
      }
    }
    for (const { pair, objects } of shared.values()) {
      const [first, ...more] = objects;
      if (first === undefined) continue;
      if (!goToOneCluster(...pair)) {
        for (const located of objects)
          say.unknown(placeOf(located), 'whether Applications that apply it go to one cluster is not known');
        continue;
      }
      const shown = `${first.object.kind} ${textAt(first.object, 'metadata', 'name') ?? ''}`;
      const others = more.length === 0 ? '' : ` and ${more.length} more`;
      say.wrong(placeOf(first), {
        sentence: `${shown}${others} ${more.length === 0 ? 'is' : 'are'} applied to ${first.place.cluster} by two Applications, ${pair[0].name} and ${pair[1].name}.`,
        hint: 'Let one Application have it, or give one of the two another name or namespace.',
      });
    }
  },
};

/** An object whose kind is not known is as namespaced as it is written. */
function identityOf(
  applied: LocatedObject,
  cluster: ClusterView,
  { located, unit }: ArgoApplication,
): string | undefined {
  const home = destinationOf(located.object).namespace || unit?.namespace;
  return identityOn(cluster, applied, { home, isNamespaced: (namespace) => namespace !== undefined });
}

/** `in-cluster` is another cluster for each Argo CD; any other name or address means one cluster to all of them. */
function goToOneCluster(one: ArgoApplication, other: ArgoApplication): boolean {
  if (haveSameArgoCd(one, other)) return true;
  return [one, other].every(({ located }) => {
    const { name, server } = destinationOf(located.object);
    return server === undefined
      ? name !== undefined && name !== ownCluster.name
      : server !== ownCluster.server;
  });
}
