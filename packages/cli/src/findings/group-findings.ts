import { describeObject } from '@seatrial/compiler';
import type { LocatedFinding } from './located-finding.ts';

/** Findings that say the same thing of the same object in several placements, told once. */
export interface FindingGroup {
  /** The first of them. */
  readonly finding: LocatedFinding;
  /** What the finding is about, in a few words. */
  readonly subject: string;
  /** `cluster/environment` of each, as far as they are known. */
  readonly where: readonly string[];
}

const rank = { error: 0, warning: 1, info: 2 } as const;
const rankOf = ({ severity, suppressed }: LocatedFinding): number =>
  suppressed === undefined ? rank[severity] : 3;

/** Groups findings; errors first and what is suppressed last, otherwise in the order in which they came. */
export function groupFindings(findings: readonly LocatedFinding[]): readonly FindingGroup[] {
  const groups = new Map<string, { finding: LocatedFinding; subject: string; where: Set<string> }>();
  for (const finding of findings) {
    const subject = subjectOf(finding);
    const { code, sentence, hint, suppressed } = finding;
    // Without a model a sentence may hold for several places, each of which has to be mended.
    const { file, line } = (finding.place.fleet === undefined ? finding.place.source : undefined) ?? {};
    const key = [code, sentence, hint, subject, suppressed?.reason, file, line].join('\0');
    const group = groups.get(key) ?? { finding, subject, where: new Set<string>() };
    groups.set(key, group);
    const { cluster, environment } = finding.place;
    const where = [cluster, environment].filter((part) => part !== undefined).join('/');
    if (where !== '') group.where.add(where);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, where: [...group.where] }))
    .toSorted((a, b) => rankOf(a.finding) - rankOf(b.finding));
}

function subjectOf({ place, sentence, generated }: LocatedFinding): string {
  const { application, object, field, file } = place;
  const parts = [
    application,
    object === undefined ? undefined : describeObject(object),
    field === undefined || field === '' ? undefined : field,
    file === undefined || generated !== undefined || sentence.includes(file) ? undefined : file,
  ];
  return parts.filter((part) => part !== undefined).join(' · ');
}
