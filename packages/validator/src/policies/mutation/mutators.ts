import { fieldAt, listAt, textAt } from '../../json/fields.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { Exclusions } from '../review/exclusions.ts';
import { matcher, type NamespaceLabels } from '../match/matcher.ts';
import type { Subject } from '../match/subject.ts';

/**
 * The mutation of a cluster that may change an object before a constraint sees it, as it stands in a sentence: `Assign
 * drop-capabilities`. Undefined: none does. What it makes of the object is not worked out here.
 */
export type Mutators = (subject: Subject, namespaces: NamespaceLabels) => string | undefined;

const kinds = ['Assign', 'AssignImage', 'AssignMetadata', 'ModifySet'] as const;

/** Source: Gatekeeper's documentation, "Mutation"; pkg/mutation/match. */
export function mutatorsOf(cluster: ClusterView, exclusions: Exclusions): Mutators {
  const all = kinds.flatMap((kind) =>
    cluster.ofKind('mutations.gatekeeper.sh', kind).map(({ object }) => ({
      title: `${kind} ${textAt(object, 'metadata', 'name') ?? ''}`,
      // AssignMetadata has no applyTo: it concerns every kind.
      entries: kind === 'AssignMetadata' ? undefined : listAt(object, 'spec', 'applyTo'),
      matches: matcher(fieldAt(object, 'spec', 'match')),
    })),
  );
  return (subject, namespaces) => {
    if (all.length === 0 || exclusions(subject, 'mutation-webhook')) return undefined;
    const { group, version, kind } = subject;
    return all.find(
      ({ entries, matches }) =>
        (entries === undefined ||
          entries.some(
            (entry) =>
              listAt(entry, 'groups').includes(group) &&
              listAt(entry, 'versions').includes(version) &&
              listAt(entry, 'kinds').includes(kind),
          )) &&
        matches(subject, namespaces) !== 'no',
    )?.title;
  };
}
