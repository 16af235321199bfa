import { objectKey, type Finding } from '@seatrial/compiler';

/** Findings by place, then code, then words: the same on every run and machine. */
export function sortFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings
    .map((finding) => ({ finding, key: sortKey(finding) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ finding }) => finding);
}

function sortKey({ code, sentence, place }: Finding): string {
  const { fleet, cluster, environment, application, object, field, file } = place;
  const parts = [
    fleet,
    cluster,
    environment,
    application,
    object && objectKey(object),
    file,
    field,
    code,
    sentence,
  ];
  return parts.map((part) => part ?? '').join('\u0000');
}
