import type { ReportedUnit } from '../../reports/report.ts';
import { filesOfUnit } from '../discover/covered.ts';
import type { Discovered } from '../discover/discover.ts';
import type { Unit } from '../engines/unit.ts';
import type { KustomizationGraph } from '../kustomizations/kustomization-graph.ts';
import type { RepositorySet } from '../set/repository-set.ts';
import type { Survey } from '../survey/survey.ts';

/** The units of a repository as reports name them. */
export function reportedUnits(
  { units }: Discovered,
  { counts, notRendered }: RepositorySet,
  { graph }: Survey,
): readonly ReportedUnit[] {
  const gaps = Map.groupBy(notRendered, ({ unit }) => unit.name);
  return units.map((unit) => {
    const { name, cluster } = unit;
    const reasons = (gaps.get(name) ?? []).map(({ reason }) => reason);
    return {
      name,
      cluster,
      objects: counts.get(name) ?? 0,
      files: [...new Set([...filesOfUnit(unit, graph), ...partsOf(unit, graph)])],
      ...(reasons.length === 0 ? {} : { notRendered: [...new Set(reasons)].join('; ') }),
    };
  });
}

/** Patches and other files that are no objects of their own. */
function partsOf({ contents }: Unit, graph: KustomizationGraph): readonly string[] {
  return contents.flatMap((content) =>
    'files' in content ? [] : graph.reach(content.folder).flatMap(({ parts }) => parts),
  );
}
