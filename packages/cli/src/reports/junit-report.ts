import junit, { type Builder } from 'junit-report-builder';
import { describeObject } from '@seatrial/compiler';
import { textOfPlace, type LocatedFinding } from '../findings/located-finding.ts';
import { findingsByUnit } from './findings-by-unit.ts';
import type { Report, ReportedUnit } from './report.ts';

/**
 * The reports of a run as JUnit XML: a test suite for each cluster, a test case for each unit. A case with an error
 * fails; one with something that was not rendered is skipped, because nothing is known about a part of it. What a
 * repository's roots share is told in each of them; a file that is in no root is a case of its own.
 */
export function junitReport(reports: readonly Report[]): string {
  // Its types describe another form of the package than the one that Node loads.
  const builder = (junit as unknown as Builder).newBuilder();
  for (const report of reports) {
    const { subject, units } = report;
    const { ofUnit, rest } = findingsByUnit(report);
    const unknown = reasonsOf(report);
    for (const [title, members] of Map.groupBy(units, (unit) => suiteOf(unit, report))) {
      const suite = builder.testSuite().name(`${subject.name} ${title}`);
      for (const { name } of members) {
        const testCase = suite.testCase().className(`${subject.name}.${title}`).name(name);
        tell(testCase, ofUnit.get(name) ?? [], unknown.get(name));
      }
    }
    const suite = builder.testSuite().name(subject.name);
    const addCase = (name: string): TestCase => suite.testCase().className(subject.name).name(name);
    const whole = `the ${subject.kind} as a whole`;
    const fileOf = ({ place }: LocatedFinding): string =>
      (subject.kind === 'repository' ? place.source?.file : undefined) ?? whole;
    const others = Map.groupBy(rest, fileOf);
    tell(addCase(whole), others.get(whole) ?? [], undefined);
    for (const [file, findings] of others) if (file !== whole) tell(addCase(file), findings, undefined);
    for (const { what, reason, units: names } of report.notRendered) {
      // The roots of a repository say it themselves.
      if (names.length > 0 || subject.kind === 'repository') continue;
      const testCase = addCase(what);
      testCase.skipped();
      testCase.standardOutput(reason);
    }
  }
  return builder.build();
}

/** What is applied by hand goes to nobody knows which cluster: it is one suite. */
function suiteOf({ name, cluster }: ReportedUnit, { subject }: Report): string {
  return subject.kind === 'repository' && name === cluster ? 'applied by hand' : cluster;
}

/** Why a unit is not wholly known, by its name. */
function reasonsOf({ units, notRendered }: Report): ReadonlyMap<string, string> {
  return new Map([
    ...notRendered.flatMap(({ units: names, what, reason }) =>
      names.map((name) => [name, `${what}: ${reason}`] as const),
    ),
    ...units.flatMap(({ name, notRendered: reason }) =>
      reason === undefined ? [] : [[name, reason] as const],
    ),
  ]);
}

interface TestCase {
  failure(message: string, type: string): unknown;
  stacktrace(text: string): unknown;
  skipped(): unknown;
  standardOutput(text: string): unknown;
}

function tell(
  testCase: TestCase,
  findings: readonly LocatedFinding[],
  notRendered: string | undefined,
): void {
  const open = findings.filter(({ suppressed }) => suppressed === undefined);
  const errors = open.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first !== undefined) {
    testCase.failure(errors.length === 1 ? first.sentence : `${errors.length} errors`, first.code);
    testCase.stacktrace(errors.map(textOf).join('\n\n'));
  } else if (notRendered !== undefined) {
    testCase.skipped();
  }
  const others = findings.filter((finding) => !errors.includes(finding)).map(textOf);
  const output = [...(notRendered === undefined ? [] : [`not checked: ${notRendered}`]), ...others];
  if (output.length > 0) testCase.standardOutput(output.join('\n\n'));
}

function textOf({ code, severity, sentence, hint, place, generated, suppressed }: LocatedFinding): string {
  const { object, source } = place;
  const where = [
    source && textOfPlace(source),
    object && describeObject(object),
    place.field,
    generated && textOfPlace(generated),
  ].filter((part) => part !== undefined && part !== '');
  const kind = suppressed === undefined ? severity : `suppressed (${suppressed.reason})`;
  return [`${kind} ${code} ${sentence}`, where.join(' · '), hint].filter((line) => line !== '').join('\n');
}
