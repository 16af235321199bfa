import type { Check } from '../../check/check.ts';
import { listAt } from '../../json/fields.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import { placeOf } from '../../rendered/place-of.ts';
import type { ClusterReview } from '../review/cluster-review.ts';

export const whatPoliciesLookUpIsSynced: Check<ClusterReview> = {
  rule: 'Gatekeeper keeps the kinds that its policies look up',
  explanation: {
    code: 'SEA3305',
    title: 'A policy looks up objects that Gatekeeper does not keep',
    meaning:
      "The template reads data.inventory, and neither Gatekeeper's Config (spec.sync.syncOnly) nor a SyncSet on the cluster " +
      'names such a kind. There the inventory is empty: the policy finds nothing, and enforces less than it says. Seatrial ' +
      'gives it every object of the cluster.',
    fix: 'Add the kinds to a SyncSet or to the Config of Gatekeeper, on the same cluster.',
  },
  run({ cluster, templates, constraints, compilation }, say) {
    const synced = syncedKinds(cluster);
    for (const { located, read } of templates) {
      if (read.use !== 'rego' || !constraints.some(({ kind }) => kind === read.kind)) continue;
      const compiled = compilation(read.source);
      if ('message' in compiled) continue;
      const { inventory } = compiled.compiled;
      const missing = inventory.includes('*') ? [] : inventory.filter((kind) => !synced.has(kind));
      const isEmpty = inventory.includes('*') && synced.size === 0;
      if (missing.length === 0 && !isEmpty) continue;
      const source = cluster.mayComeFrom(undefined);
      if (source !== undefined || !cluster.complete) {
        const reason =
          source === undefined ? 'only a part of the cluster is known' : `${source} is not rendered`;
        say.unknown(placeOf(located), reason);
        continue;
      }
      say.wrong(placeOf(located), {
        severity: 'warning',
        sentence: `The policy ${read.kind} looks up ${isEmpty ? 'other objects' : missing.join(' and ')}, which Gatekeeper is not told to keep on the cluster ${cluster.name}.`,
        hint: `Add ${isEmpty ? 'their kinds' : missing.join(' and ')} to a SyncSet, or to spec.sync.syncOnly of the Config.`,
      });
    }
  },
};

/** Source: Gatekeeper's documentation, "Syncing Data". */
function syncedKinds(cluster: ClusterView): ReadonlySet<unknown> {
  const lists = [
    ...cluster
      .ofKind('config.gatekeeper.sh', 'Config')
      .map(({ object }) => listAt(object, 'spec', 'sync', 'syncOnly')),
    ...cluster.ofKind('syncset.gatekeeper.sh', 'SyncSet').map(({ object }) => listAt(object, 'spec', 'gvks')),
  ];
  return new Set(lists.flat().flatMap((entry) => kindIn(entry)));
}

function kindIn(entry: unknown): readonly unknown[] {
  return typeof entry === 'object' && entry !== null && 'kind' in entry ? [entry.kind] : [];
}
