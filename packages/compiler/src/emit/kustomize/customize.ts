import type { ResolvedObject } from '../../resolved/object.ts';
import type { Build, FormerNamespaces } from './build.ts';
import { chooseTransformers } from './choose-transformers.ts';
import type { LabelsField } from './kustomization.ts';
import { referencesHold } from './name-references.ts';
import { namespaceMove } from './namespace-move.ts';
import { removal } from './object-patch.ts';
import { dissolve, matchObjects, type Pair } from './pairs.ts';
import { type NamedPatch, patchPairs } from './patch-pairs.ts';
import { settlePairs } from './settled-pair.ts';
import { isRewritable } from './rewritable.ts';
import type { Transformers } from './transformers.ts';

/** What a kustomization does to what its resources bring. */
export interface Customization extends Transformers {
  readonly patches: readonly NamedPatch[];
  /** Objects that it brings itself. */
  readonly own: readonly ResolvedObject[];
  /** Of the targets that kustomize remembers another namespace of. */
  readonly formerNamespaces: FormerNamespaces;
}

export interface CustomizeOptions {
  /** Namespace of the targets. */
  readonly namespace: string;
  /** Set the namespace by kustomize's `namespace:` field: the caller knows that it is exact here. */
  readonly namespaceField?: boolean;
  /** Labels that a later kustomization gives to the objects. */
  readonly laterLabels?: readonly LabelsField[];
}

/**
 * The smallest readable customization that turns a build into the targets, or undefined where kustomize would not leave
 * it at that: then the objects cannot come from that build.
 */
export function customize(
  build: Build,
  targets: readonly ResolvedObject[],
  { namespace, namespaceField = false, laterLabels = [] }: CustomizeOptions,
): Customization | undefined {
  const matched = dissolve(matchObjects(build.objects, targets), movesInVain);
  const move = namespaceField ? undefined : namespaceMove(matched, build, namespace);
  const pairs = settlePairs(matched.pairs, move, laterLabels);
  const chosen = chooseTransformers(pairs, matched.own, build);
  const transformers = namespaceField ? { namespace, ...chosen } : chosen;
  const patched = patchPairs(pairs, matched, build, {
    ...transformers,
    labels: [...chosen.labels, ...laterLabels],
  });
  if (patched === undefined) return undefined;
  const { patches, formerNamespaces } = patched;
  if (!referencesHold(targets, formerNamespaces)) return undefined;
  const removals = matched.removed.map((object) => ({ patch: removal(object, build) }));
  const moves = move === undefined ? [] : [{ patch: move.patch }];
  return {
    ...transformers,
    patches: [...removals, ...moves, ...patches],
    own: matched.own,
    formerNamespaces,
  };
}

/** No other patch than a JSON patch changes a namespace. */
function movesInVain({ base, target }: Pair): boolean {
  return base.metadata.namespace !== target.metadata.namespace && !isRewritable(base);
}
