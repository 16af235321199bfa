import junit, { type Builder } from 'junit-report-builder';
import { describeObject } from '@seatrial/compiler';
import { textOfPlace, type LocatedFinding } from '../findings/located-finding.ts';
import type { Report } from './report.ts';

/**
 * The reports of a run as JUnit XML: a test suite for each cluster, a test case for each unit. A case with an error
 * fails; one with something that was not rendered is skipped, because nothing is known about a part of it.
 */
export function junitReport(reports: readonly Report[]): string {
  // Its types describe another form of the package than the one that Node loads.
  const builder = (junit as unknown as Builder).newBuilder();
  for (const report of reports) {
    const { subject, units, findings, notRendered } = report;
    const ofUnit = Map.groupBy(findings, (finding) => unitOf(finding, report) ?? '');
    const unknown = new Map(
      notRendered.flatMap(({ units: names, what, reason }) =>
        names.map((name) => [name, `${what}: ${reason}`] as const),
      ),
    );
    for (const [cluster, members] of Map.groupBy(units, (unit) => unit.cluster)) {
      const suite = builder.testSuite().name(`${subject.name} ${cluster}`);
      for (const { name } of members) {
        const testCase = suite.testCase().className(`${subject.name}.${cluster}`).name(name);
        tell(testCase, ofUnit.get(name) ?? [], unknown.get(name));
      }
    }
    const rest = ofUnit.get('') ?? [];
    const suite = builder.testSuite().name(subject.name);
    tell(suite.testCase().className(subject.name).name(`the ${subject.kind} as a whole`), rest, undefined);
    for (const { what, reason, units: names } of notRendered) {
      if (names.length > 0) continue;
      const testCase = suite.testCase().className(subject.name).name(what);
      testCase.skipped();
      testCase.standardOutput(reason);
    }
  }
  return builder.build();
}

function unitOf({ place }: LocatedFinding, { subject, units }: Report): string | undefined {
  const { application, environment, cluster } = place;
  if (subject.kind === 'fleet' && (application === undefined || environment === undefined)) return undefined;
  const name = subject.kind === 'fleet' ? `${application}-${environment}-${cluster}` : application;
  return units.find((unit) => unit.name === name && unit.cluster === cluster)?.name;
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
