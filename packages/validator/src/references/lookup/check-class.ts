import { placeOf } from '../../rendered/place-of.ts';
import type { Say } from '../../check/check.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import { findIn, namesIn } from './find-in.ts';
import { called } from './identity.ts';
import { sayMissing, type Wanted } from './say-missing.ts';
import { listed, suggestion } from './suggestion.ts';
import { unseenIn } from './unseen.ts';

/** A class that a cluster often brings along: whoever set it up made it, not the objects that are known here. */
export interface ClassReference extends Omit<Wanted, 'namespace'> {
  readonly group: string;
  /** What the object does with it, in a sentence: `asks for`. */
  readonly verb: string;
  /** Names that clusters and their usual add-ons come with. */
  readonly wellKnown: RegExp;
}

/**
 * Says that a class is not there, where the objects that are known bring classes of that kind and not this one. Where
 * they bring none, all of them come with the cluster, and nothing can be said.
 */
export function checkClass(cluster: ClusterView, say: Say, wanted: ClassReference): void {
  const { by, field, group, kind, name, verb, wellKnown } = wanted;
  if (findIn(cluster, group, kind, undefined, name) !== undefined) return;
  const known = namesIn(cluster, group, kind, undefined);
  const reason =
    known.length === 0 || wellKnown.test(name)
      ? `it is not known which ${kind}es the cluster comes with`
      : unseenIn(cluster, undefined);
  if (reason !== undefined) return say.unknown(placeOf(by, field), reason);
  const quiet: Say = {
    ...say,
    // The cluster may come with it all the same, so this never fails a run.
    wrong: (place, words) => say.wrong(place, { ...words, severity: 'warning' }),
  };
  sayMissing(
    cluster,
    quiet,
    { ...wanted, namespace: undefined },
    {
      sentence: `${called(by)} ${verb} ${kind} ${name}, and the cluster gets only ${listed(known)}.`,
      hint: suggestion(name, known, `Add the ${kind}, or suppress this where the cluster comes with it.`),
    },
  );
}
