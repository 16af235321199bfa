import { didYouMean } from '@seatrial/compiler';
import type { FleetCheck, Say } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';
import { placeOf } from '../rendered/place-of.ts';
import { claimedStorageClasses } from './claimed-storage-classes.ts';
import { called } from './words.ts';

export const aStorageClassIsOnItsCluster: FleetCheck = {
  rule: 'A storage class that a volume asks for is on its cluster, also once it has taken over',
  explanation: {
    code: 'SEA3707',
    title: 'A storage class that the cluster does not have',
    meaning:
      'A claim asks for a storage class that the cluster has neither by its storageClasses in the model nor from an object of the fleet. The claim waits for ever, and so does its pod: on a standby often only once it has taken over.',
    fix: 'Name the class that the cluster has, in perCluster of the application; or make the StorageClass, or add it to storageClasses if the cluster has it.',
  },
  run({ fleet, views, takeovers }, say) {
    const declared = new Map(fleet.clusters.map(({ name, storageClasses }) => [name, storageClasses]));
    const said = new Set<string>();
    for (const [name, view] of views) {
      const classes = declared.get(name);
      if (classes !== undefined) checkClasses(view, classes, '', said, say);
    }
    for (const { active, standby, after } of takeovers) {
      if (after === undefined) continue;
      const classes = declared.get(standby);
      if (classes !== undefined)
        checkClasses(after, classes, `Once ${standby} has taken over for ${active}: `, said, say);
      else if (
        after.objects.some((located) =>
          claimedStorageClasses(located).some(({ name }) => !makes(after, name)),
        )
      )
        say.unknown(
          { fleet: fleet.name, cluster: standby, model: ['clusters', standby] },
          `the model does not say which storage classes ${standby} has, which has to take over for ${active}`,
        );
    }
  },
};

function checkClasses(
  cluster: ClusterView,
  declared: readonly string[],
  when: string,
  said: Set<string>,
  say: Say,
): void {
  for (const located of cluster.objects) {
    for (const { name, field } of claimedStorageClasses(located)) {
      if (declared.includes(name) || makes(cluster, name)) continue;
      const place = placeOf(located, field);
      // What is wrong already is not said again of the time after a failover.
      const key = [cluster.name, called(located), field, name].join('\0');
      if (said.has(key)) continue;
      said.add(key);
      const unseen = cluster.mayComeFrom(undefined);
      if (unseen !== undefined) say.unknown(place, `${unseen} is not rendered`);
      else
        say.wrong(place, {
          sentence: `${when}${called(located)} asks for the storage class ${name}, which ${cluster.name} does not have.`,
          hint: hint(name, [...declared, ...madeBy(cluster)], cluster.name),
        });
    }
  }
}

function hint(name: string, known: readonly string[], cluster: string): string {
  if (known.length === 0)
    return `Make the StorageClass ${name}, or add it to clusters.${cluster}.storageClasses.`;
  const answer = didYouMean(name, known);
  return `${answer.charAt(0).toUpperCase()}${answer.slice(1)}`;
}

/** Whether objects of the fleet bring the class; a volume that was made by hand needs no class to be claimed. */
function makes(cluster: ClusterView, name: string): boolean {
  return (
    cluster.find('storage.k8s.io', 'StorageClass', undefined, name) !== undefined ||
    cluster
      .ofKind('', 'PersistentVolume')
      .some(({ object }) => textAt(object, 'spec', 'storageClassName') === name)
  );
}

function madeBy(cluster: ClusterView): readonly string[] {
  return cluster
    .ofKind('storage.k8s.io', 'StorageClass')
    .flatMap(({ object }) => textAt(object, 'metadata', 'name') ?? []);
}
