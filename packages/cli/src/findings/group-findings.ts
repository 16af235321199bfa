import { describeObject, type Finding } from '@seatrial/compiler';

/** Findings that say the same thing of the same object in several placements, told once. */
export interface FindingGroup {
  /** The first of them. */
  readonly finding: Finding;
  /** What the finding is about, in a few words. */
  readonly subject: string;
  /** `cluster/environment` of each, as far as they are known. */
  readonly where: readonly string[];
}

const rank = { error: 0, warning: 1, info: 2 } as const;

/** Groups findings; errors first, otherwise in the order in which they came. */
export function groupFindings(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, { finding: Finding; subject: string; where: Set<string> }>();
  for (const finding of findings) {
    const subject = subjectOf(finding);
    const key = [finding.code, finding.sentence, finding.hint, subject].join('\0');
    const group = groups.get(key) ?? { finding, subject, where: new Set<string>() };
    groups.set(key, group);
    const { cluster, environment } = finding.place;
    const where = [cluster, environment].filter((part) => part !== undefined).join('/');
    if (where !== '') group.where.add(where);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, where: [...group.where] }))
    .toSorted((a, b) => rank[a.finding.severity] - rank[b.finding.severity]);
}

function subjectOf({ place, sentence }: Finding): string {
  const { application, object, field, file } = place;
  const parts = [
    application,
    object === undefined ? undefined : describeObject(object),
    field === undefined || field === '' ? undefined : field,
    file === undefined || sentence.includes(file) ? undefined : file,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}
