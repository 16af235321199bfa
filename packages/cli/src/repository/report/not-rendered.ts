import type { NotRendered } from '../../reports/report.ts';
import type { UnitGap } from '../set/repository-set.ts';
import type { Survey } from '../survey/survey.ts';

/** More reasons of one kind than this are told together. */
const mostToldApart = 5;

/** What is not rendered, for a reader: each thing once, and what shares a reason together. */
export function notRenderedOf(
  gaps: readonly UnitGap[],
  { charts, leftAlone: { templates, unused } }: Survey,
): readonly NotRendered[] {
  const told = new Set(gaps.flatMap(({ chart }) => chart ?? []));
  const others = charts.filter((chart) => !told.has(chart));
  return [
    ...[...Map.groupBy(gaps, ({ kind }) => kind)].flatMap(([kind, same]) => ofOneKind(kind, same)),
    ...leftAlone(others, 'Helm chart', 'charts are not rendered here'),
    ...leftAlone(templates, 'template', 'YAML only when filled in'),
    ...leftAlone(unused, 'file', 'on the list of no kustomization'),
  ];
}

function ofOneKind(kind: UnitGap['kind'], gaps: readonly UnitGap[]): readonly NotRendered[] {
  const byReason = [...Map.groupBy(gaps, ({ reason }) => reason)];
  const { many, reason } = together[kind];
  if (byReason.length > mostToldApart) {
    const units = namesOf(gaps);
    return [{ what: `${units.length} ${many}`, reason, units }];
  }
  return byReason.map(([why, [first, ...more]]) => {
    const units = namesOf(first === undefined ? [] : [first, ...more]);
    if (units.length > 1) return { what: `${units.length} ${many}`, reason: why, units };
    const what = first?.what ?? '';
    const clusters = new Set([first, ...more].flatMap((gap) => gap?.unit.cluster ?? []));
    return { what, reason: why, units: [...clusters].filter((cluster) => !what.endsWith(` ${cluster}`)) };
  });
}

function namesOf(gaps: readonly UnitGap[]): readonly string[] {
  return [...new Set(gaps.map(({ what }) => what))];
}

/** Several things of a kind, and the reason where each has its own. */
const together: Readonly<Record<UnitGap['kind'], { readonly many: string; readonly reason: string }>> = {
  network: { many: 'kustomizations', reason: 'the network is needed' },
  helm: { many: 'parts', reason: 'Helm charts are not rendered here' },
  plugin: { many: 'parts', reason: 'plugins are not run here' },
  broken: { many: 'parts', reason: 'the findings say what is wrong' },
  elsewhere: { many: 'parts', reason: 'other repositories are synced' },
  encrypted: { many: 'parts', reason: 'the values are encrypted' },
  generator: { many: 'generators', reason: 'only a running Argo CD knows what they yield' },
  variables: { many: 'groups of objects', reason: 'something else fills in variables' },
};

function leftAlone(paths: readonly string[], what: string, reason: string): readonly NotRendered[] {
  const [first, second] = paths;
  if (first === undefined) return [];
  if (second === undefined) return [{ what: `the ${what} ${first}`, reason, units: [] }];
  return [{ what: `${paths.length} ${what}s`, reason, units: paths }];
}
