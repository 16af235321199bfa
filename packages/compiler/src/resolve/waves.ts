import { groupOf } from '../objects/object-id.ts';
import { isBuiltInGroup } from '../objects/scope.ts';
import type { Context, Draft } from './context.ts';
import { definedKind } from './definitions.ts';

/** Who defines API groups, seen from one application. */
export interface DefinitionOrder {
  /** Groups that a chart of this same application defines: charts are in wave 0. */
  readonly fromOwnCharts: ReadonlySet<string>;
  /** Groups that an application defines which this one waits for. */
  readonly fromEarlierApplications: ReadonlySet<string>;
}

/** The wave in which the tree's own definition of a group is made, if it has one. */
function definitionWave(group: string, drafts: readonly Draft[]): number | undefined {
  const waves = drafts.flatMap((draft) =>
    definedKind(draft.object)?.group === group ||
    (group === 'constraints.gatekeeper.sh' && draft.object.kind === 'ConstraintTemplate')
      ? [Math.max(draft.wave ?? 0, earliestWave(draft))]
      : [],
  );
  return waves.length === 0 ? undefined : Math.max(...waves);
}

/** A ConstraintTemplate is itself a custom resource of Gatekeeper's chart, so its constraints come two waves later. */
function earliestWave(draft: Draft): number {
  return draft.object.kind === 'ConstraintTemplate' ? 1 : 0;
}

/**
 * Gives every object its place in the order: custom resources come after the definitions that this application
 * makes, and do not fail a sync where another application makes them.
 */
export function orderDrafts(drafts: readonly Draft[], order: DefinitionOrder, context: Context): Draft[] {
  return drafts.map((draft) => {
    const group = groupOf(draft.object.apiVersion);
    if (isBuiltInGroup(group)) return withWave(draft, draft.wave, {}, context);
    const inTree = definitionWave(group, drafts);
    const floor = inTree !== undefined ? inTree + 1 : order.fromOwnCharts.has(group) ? 1 : undefined;
    const wave = floor === undefined ? draft.wave : Math.max(floor, draft.wave ?? floor);
    const definedByTree = drafts.some((other) => definedKind(other.object)?.group === group);
    const known = definedByTree || order.fromEarlierApplications.has(group);
    return withWave(
      draft,
      wave,
      known ? {} : context.dialect.definitionComesLater(draft.object.metadata.annotations ?? {}),
      context,
    );
  });
}

function withWave(
  draft: Draft,
  wave: number | undefined,
  further: Record<string, string>,
  context: Context,
): Draft {
  const annotations = { ...further, ...(wave === undefined || wave === 0 ? {} : context.dialect.wave(wave)) };
  if (Object.keys(annotations).length === 0) return draft;
  const { metadata } = draft.object;
  return {
    ...draft,
    object: {
      ...draft.object,
      metadata: { ...metadata, annotations: { ...metadata.annotations, ...annotations } },
    },
  };
}
