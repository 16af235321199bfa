import { createHash } from 'node:crypto';
import { describeObject, objectKey, type Explanation, type SourcePlace } from '@seatrial/compiler';
import type { Location, Log, Result } from 'sarif';
import { groupFindings, type FindingGroup } from '../findings/group-findings.ts';
import type { Report } from './report.ts';

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * The reports of a run as SARIF 2.1.0. Findings that say the same of one object in several placements are one result, with a
 * logical location for each placement. Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(
  reports: readonly Report[],
  explanations: readonly Explanation[],
  version: string,
): string {
  const groups = reports.flatMap(({ subject, findings }) =>
    groupFindings(findings).map((group) => ({ group, subject: subject.name })),
  );
  const used = new Set(groups.map(({ group }) => group.finding.code));
  const rules = explanations.filter(({ code }) => used.has(code));
  const indexOf = new Map(rules.map(({ code }, index) => [code, index]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'seatrial',
            semanticVersion: version,
            rules: rules.map(({ code, title, meaning, fix }) => ({
              id: code,
              shortDescription: { text: title },
              fullDescription: { text: meaning },
              help: { text: fix },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { description: { text: "The repository's root." } } },
        results: groups.map(({ group, subject }) => resultOf(group, subject, indexOf)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function resultOf(
  { finding, subject, where }: FindingGroup,
  of: string,
  indexOf: ReadonlyMap<string, number>,
): Result {
  const { code, severity, sentence, hint, place, generated, suppressed } = finding;
  const physical = place.source ?? generated;
  const names = where.map((one) => [of, one, subject].filter((part) => part !== '').join('/'));
  const location: Location = {
    ...(physical === undefined ? {} : { physicalLocation: physicalLocation(physical) }),
    logicalLocations: (names.length === 0 ? [of] : names).map((fullyQualifiedName) => ({
      fullyQualifiedName,
      ...(place.object === undefined ? {} : { name: describeObject(place.object) }),
    })),
  };
  const index = indexOf.get(code);
  return {
    ruleId: code,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: levels[severity],
    message: { text: hint === '' ? sentence : `${sentence} ${hint}` },
    locations: [location],
    ...(generated === undefined || place.source === undefined
      ? {}
      : {
          relatedLocations: [
            { physicalLocation: physicalLocation(generated), message: { text: 'generated' } },
          ],
        }),
    // The line is left out: a finding that moves with its file stays the same finding.
    partialFingerprints: {
      'finding/v1': fingerprint([of, code, place.object && objectKey(place.object), place.field, sentence]),
    },
    ...(suppressed === undefined
      ? {}
      : { suppressions: [{ kind: 'external' as const, justification: suppressed.reason }] }),
  };
}

function physicalLocation({ file, line, column }: SourcePlace): NonNullable<Location['physicalLocation']> {
  return {
    artifactLocation: { uri: encodeURI(file), uriBaseId: 'ROOT' },
    ...(line === undefined
      ? {}
      : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }),
  };
}

function fingerprint(parts: readonly (string | undefined)[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 32);
}
