import type { Coverage, NotChecked } from '@seatrial/validator';
import type { DefinitionSource } from '../../cache/schema-entries.ts';
import type { LocatedFinding } from '../../findings/located-finding.ts';
import type { Report } from '../../reports/report.ts';
import type { Discovered } from '../discover/discover.ts';
import { codes } from '../findings/codes.ts';
import type { RepositorySet } from '../set/repository-set.ts';
import type { Survey } from '../survey/survey.ts';
import { byHandTogether } from './by-hand-together.ts';
import { notRenderedOf } from './not-rendered.ts';
import { onceEach } from './once-each.ts';
import { reportedUnits } from './reported-units.ts';
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
  /** What could not be decided of kustomizations, which belong to no cluster. */
  readonly notChecked: readonly NotChecked[];
  /** Well-known definitions that are not prepared. */
  readonly missing: readonly DefinitionSource[];
  /** Why objects were checked for this Kubernetes version; empty when a person has said so. */
  readonly reason: string;
}

/** What a repository's validation has to say, in the form of every report. */
export function reportOfRepository(result: RepositoryResult): Omit<Report, 'seconds'> {
  const { path, discovered, made, coverage, notChecked, missing } = result;
  const findings = withoutSchema(onceEach(result.findings), coverage, missing, path);
  return {
    subject: { kind: 'repository', name: path },
    findings: discovered.units.length === 0 ? [nothing(path), ...findings] : findings,
    coverage: withKustomizations(byHandTogether(coverage, discovered), notChecked),
    units: reportedUnits(discovered, made, result.found),
    notRendered: notRenderedOf(made.notRendered, result.found),
    ...(result.reason === '' ? {} : { note: result.reason }),
  };
}

/** Kustomizations belong to no cluster; what could not be decided of them is told with what is applied by hand, or last. */
function withKustomizations(
  coverage: readonly Coverage[],
  notChecked: readonly NotChecked[],
): readonly Coverage[] {
  const last = coverage.at(-1);
  if (last === undefined || notChecked.length === 0) return coverage;
  return [...coverage.slice(0, -1), { ...last, notChecked: [...last.notChecked, ...notChecked] }];
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
