import { groupOf } from '../../objects/object-id.ts';
import type { Placement } from '../../resolved/placement.ts';

/** An entry of an AppProject's lists of kinds; `*` is any. */
export interface PermittedKind {
  readonly group: string;
  readonly kind: string;
  readonly name?: string;
}

export const anyKind: PermittedKind = { group: '*', kind: '*' };

/**
 * Cluster-scoped kinds that the placements use. Never read from a chart's rendered objects: whether there are any
 * depends on the machine's cache, and the same model gives the same bytes on every machine.
 */
export function clusterKinds(placements: readonly Placement[]): PermittedKind[] {
  const charts = placements.flatMap((placement) => placement.charts);
  return smallest([
    ...placements
      .flatMap((placement) => placement.objects)
      .filter(({ object }) => object.metadata.namespace === undefined)
      .map(({ object }) => clusterKind(groupOf(object.apiVersion), object.kind, object.metadata.name)),
    ...charts.flatMap((chart) => chart.clusterKinds?.map(parseKind) ?? [anyKind]),
    ...(charts.some((chart) => chart.definitions !== undefined) ? [definitionKind] : []),
    ...placements
      .filter((placement) => placement.sync.createNamespace)
      .map((placement) => clusterKind('', 'Namespace', placement.namespace)),
  ]);
}

const definitionKind: PermittedKind = { group: 'apiextensions.k8s.io', kind: 'CustomResourceDefinition' };

/** A Namespace is permitted by name: the right to write any of them would be the right to relabel kube-system. */
function clusterKind(group: string, kind: string, name: string): PermittedKind {
  return group === '' && kind === 'Namespace' ? { group, kind, name } : { group, kind };
}

/** `group/Kind`; a kind of the core group has no group before the slash, or no slash. */
function parseKind(text: string): PermittedKind {
  const slash = text.lastIndexOf('/');
  return { group: slash === -1 ? '' : text.slice(0, slash), kind: text.slice(slash + 1) };
}

/** Without doubles and without what another entry permits already, in a stable order. */
function smallest(kinds: readonly PermittedKind[]): PermittedKind[] {
  if (kinds.some((kind) => kind.group === '*')) return [anyKind];
  const keyed = new Map(kinds.map((kind) => [`${kind.group}/${kind.kind}/${kind.name ?? ''}`, kind]));
  return [...keyed]
    .filter(([, { group, kind, name }]) => name === undefined || !keyed.has(`${group}/${kind}/`))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, kind]) => kind);
}
