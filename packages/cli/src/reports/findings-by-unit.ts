import type { LocatedFinding } from '../findings/located-finding.ts';
import type { Report, ReportedUnit } from './report.ts';

/** The findings of a report by the unit that they are about, and those that are about none. */
export interface FindingsByUnit {
  readonly ofUnit: ReadonlyMap<string, readonly LocatedFinding[]>;
  readonly rest: readonly LocatedFinding[];
}

/** A finding of a fleet names its placement. One of a repository is of each root that reads its file, on its cluster. */
export function findingsByUnit(report: Report): FindingsByUnit {
  const unitsOf = report.subject.kind === 'fleet' ? byPlacement(report.units) : byFile(report.units);
  const ofUnit = new Map<string, LocatedFinding[]>();
  const rest: LocatedFinding[] = [];
  for (const finding of report.findings) {
    const names = unitsOf(finding);
    if (names.length === 0) rest.push(finding);
    for (const name of names) {
      const known = ofUnit.get(name);
      if (known === undefined) ofUnit.set(name, [finding]);
      else known.push(finding);
    }
  }
  return { ofUnit, rest };
}

type UnitsOf = (finding: LocatedFinding) => readonly string[];

function byPlacement(units: readonly ReportedUnit[]): UnitsOf {
  const names = new Set(units.map(({ name }) => name));
  return ({ place: { application, environment, cluster } }) => {
    const name = `${application}-${environment}-${cluster}`;
    return application !== undefined && environment !== undefined && names.has(name) ? [name] : [];
  };
}

function byFile(units: readonly ReportedUnit[]): UnitsOf {
  const readers = new Map<string, ReportedUnit[]>();
  for (const unit of units)
    for (const file of unit.files ?? []) {
      const known = readers.get(file);
      if (known === undefined) readers.set(file, [unit]);
      else known.push(unit);
    }
  return ({ place: { source, cluster } }) =>
    (readers.get(source?.file ?? '') ?? [])
      .filter((unit) => cluster === undefined || unit.cluster === cluster)
      .map(({ name }) => name);
}
