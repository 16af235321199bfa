import type { Coverage } from '@seatrial/validator';
import type { DefinitionSource } from '../../cache/schema-entries.ts';
import type { LocatedFinding } from '../../findings/located-finding.ts';
import type { NotRendered, Report } from '../../reports/report.ts';
import type { Discovered } from '../discover/discover.ts';
import { codes } from '../findings/codes.ts';
import type { RepositorySet, UnitGap } from '../set/repository-set.ts';
import type { Survey } from '../survey/survey.ts';
import { byHandTogether } from './by-hand-together.ts';
import { onceEach } from './once-each.ts';
import { withoutSchema } from './without-schema.ts';

/** Everything that a validation of a repository has found. */
export interface RepositoryResult {
  /** As it was given. */
  readonly path: string;
  readonly found: Survey;
  readonly discovered: Discovered;
  readonly made: RepositorySet;
  readonly findings: readonly LocatedFinding[];
  readonly coverage: readonly Coverage[];
  /** Well-known definitions that are not prepared. */
  readonly missing: readonly DefinitionSource[];
  /** Why objects were checked for this Kubernetes version; empty when a person has said so. */
  readonly reason: string;
}

/** What a repository's validation has to say, in the form of every report. */
export function reportOfRepository(result: RepositoryResult): Omit<Report, 'seconds'> {
  const { path, discovered, made, coverage, missing } = result;
  const findings = withoutSchema(onceEach(result.findings), coverage, missing, path);
  return {
    subject: { kind: 'repository', name: path },
    findings: discovered.units.length === 0 ? [nothing(path), ...findings] : findings,
    coverage: byHandTogether(coverage, discovered),
    units: discovered.units.map(({ name, cluster }) => ({
      name,
      cluster,
      objects: made.counts.get(name) ?? 0,
    })),
    notRendered: [...gapsOf(made.notRendered), ...leftAlone(result.found)],
  };
}

function nothing(path: string): LocatedFinding {
  return {
    code: codes.nothingToCheck,
    severity: 'warning',
    sentence: `There is nothing to check in ${path}.`,
    hint: 'Give the path of a repository with manifests; templates and charts are not rendered.',
    place: {},
  };
}

/** More of one kind than this are told together. */
const mostToldApart = 5;

/** One entry for each thing and reason, with the clusters that miss it; many of one kind are one entry. */
function gapsOf(gaps: readonly UnitGap[]): readonly NotRendered[] {
  return [...Map.groupBy(gaps, ({ kind }) => kind)].flatMap(([kind, same]) => {
    const apart = [...Map.groupBy(same, ({ what, reason }) => `${what}\0${reason}`).values()];
    if (apart.length > mostToldApart)
      return           units: apart.flatMap(([one]) => one?.what ?? []),
        },
      ];
    return apart.flatMap(([first, ...more]) => {
      if (first === undefined) return [];
      const { what, reason } = first;
      const clusters = [...new Set([first, ...more].map(({ unit }) => unit.cluster))];
      return [{ what, reason, units: clusters.filter((cluster) => !what.endsWith(` ${cluster}`)) }];
    });
  });
}

const together: Readonly<Record<UnitGap['kind'], Pick<NotRendered, 'what' | 'reason'>>> = {
  network: { what: 'kustomizations', reason: 'the network is needed' },
  helm: { what: 'Helm charts', reason: 'charts are not rendered here' },
  plugin: { what: 'parts', reason: 'plugins are not run here' },
  broken: { what: 'parts', reason: 'the findings say what is wrong' },
  elsewhere: { what: 'parts', reason: 'other repositories are synced' },
  generator: { what: 'generators', reason: 'only a running Argo CD knows what they yield' },
  variables: { what: 'groups of objects', reason: 'variables are filled in elsewhere' },
};

function leftAlone({ charts, leftAlone: { templates, unused } }: Survey): readonly NotRendered[] {
  const counted = (count: number, one: string, many: string): string =>
    count === 1 ? `1 ${one}` : `${count} ${many}`;
  const entry = (paths: readonly string[], what: string, reason: string): NotRendered[] =>
    paths.length === 0 ? [] : [{ what, reason, units: paths }];
  return [
    ...entry(charts, counted(charts.length, 'Helm chart', 'Helm charts'), 'charts are not rendered here'),
    ...entry(
      templates,
      counted(templates.length, 'template', 'templates'),
      'they are no YAML before they are filled in',
    ),
    ...entry(unused, counted(unused.length, 'file', 'files'), 'no kustomization lists them'),
  ];
}
