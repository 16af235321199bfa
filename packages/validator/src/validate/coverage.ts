import type { NotChecked } from '../check/run-checks.ts';
import type { PolicyCoverage } from '../policies/review-policies.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import type { RenderedCluster } from '../rendered/rendered-cluster.ts';
import type { Coverage, UncheckedKind } from './request.ts';

/** Counts what was checked, cluster by cluster. */
export function coverageOf(
  clusters: readonly RenderedCluster[],
  objects: readonly LocatedObject[],
  isChecked: (object: LocatedObject) => boolean,
  notChecked: readonly NotChecked[],
  policies: readonly PolicyCoverage[],
): readonly Coverage[] {
  const counted = new Map(
    clusters.map(({ name, kubernetes }) => [
      name,
      { kubernetes, total: 0, checked: 0, unchecked: new Map<string, UncheckedKind>() },
    ]),
  );
  for (const located of objects) {
    const count = counted.get(located.place.cluster);
    if (count === undefined) continue;
    count.total += 1;
    if (isChecked(located)) {
      count.checked += 1;
      continue;
    }
    const { apiVersion, kind } = kindOf(located);
    const key = `${apiVersion}\u0000${kind}`;
    count.unchecked.set(key, { apiVersion, kind, count: (count.unchecked.get(key)?.count ?? 0) + 1 });
  }
  return [...counted]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([cluster, { kubernetes, total, checked, unchecked }]) => ({
      cluster,
      kubernetes,
      total,
      checked,
      unchecked: [...unchecked].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind),
      policies: policiesOf(cluster, policies),
      notChecked: notChecked.filter((one) => one.cluster === cluster),
    }));
}

function policiesOf(cluster: string, policies: readonly PolicyCoverage[]): Coverage['policies'] {
  const {
    templates = 0,
    constraints = 0,
    reviewed = 0,
  } = policies.find((one) => one.cluster === cluster) ?? {};
  return { templates, constraints, reviewed };
}

/** The kind of an object as text, also when it is malformed. */
export function kindOf({ object }: LocatedObject): { readonly apiVersion: string; readonly kind: string } {
  const { apiVersion, kind } = object as Readonly<Record<string, unknown>>;
  return { apiVersion: String(apiVersion), kind: String(kind) };
}
