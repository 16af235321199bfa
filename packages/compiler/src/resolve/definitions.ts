import type { FleetModel } from '../model/fleet.ts';
import { isRecord } from '../objects/merge-patch.ts';

/** Who defines the kinds of an API group: applications, by a chart's declaration or by a definition of their own. */
export interface Definitions {
  readonly byChart: ReadonlyMap<string, ReadonlySet<string>>;
  /** `group/Kind`s that are cluster-scoped by declaration or by a definition in the model. */
  readonly clusterScoped: ReadonlySet<string>;
}

interface DeclaredDefinitions {
  readonly groups?: readonly string[];
  readonly clusterScopedKinds?: readonly string[];
}

function chartsOf(application: unknown): DeclaredDefinitions[] {
  if (!isRecord(application) || !isRecord(application['charts'])) return [];
  return Object.values(application['charts']).flatMap((chart) =>
    isRecord(chart) && isRecord(chart['definitions']) ? [chart['definitions'] as DeclaredDefinitions] : [],
  );
}

/** `spec.group`, `spec.names.kind` and `spec.scope` of a CustomResourceDefinition; undefined for any other object. */
export function definedKind(
  object: unknown,
): { group: string; kind: string; clusterScoped: boolean } | undefined {
  if (!isRecord(object) || object['kind'] !== 'CustomResourceDefinition' || !isRecord(object['spec']))
    return undefined;
  const { group, names, scope } = object['spec'];
  if (typeof group !== 'string' || !isRecord(names) || typeof names['kind'] !== 'string') return undefined;
  return { group, kind: names['kind'], clusterScoped: scope === 'Cluster' };
}

/** Reads every application's declarations: they hold for the whole fleet. `baseObjects` are those of foreign bases. */
export function definitionsOf(model: FleetModel, baseObjects: readonly unknown[]): Definitions {
  const byChart = new Map<string, Set<string>>();
  const clusterScoped = new Set<string>();
  const raw: unknown[] = [...baseObjects];
  for (const [name, application] of Object.entries(model.applications)) {
    for (const definitions of chartsOf(application)) {
      for (const group of definitions.groups ?? []) {
        byChart.set(group, (byChart.get(group) ?? new Set<string>()).add(name));
        for (const kind of definitions.clusterScopedKinds ?? []) clusterScoped.add(`${group}/${kind}`);
      }
    }
    const { objects } = application as { objects?: unknown };
    if (isRecord(objects)) raw.push(...Object.values(objects));
  }
  for (const object of raw) {
    const defined = definedKind(object);
    if (defined?.clusterScoped === true) clusterScoped.add(`${defined.group}/${defined.kind}`);
  }
  return { byChart, clusterScoped };
}
