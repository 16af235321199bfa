import type { Explanation, Finding, ResolvedSuppression } from '@seatrial/compiler';

export const suppressionExplanations: readonly Explanation[] = [
  {
    code: 'SEA3901',
    title: 'A suppression that matches nothing',
    meaning:
      'The model accepts a finding that nobody has. What it was for is mended, or the suppression names another place: then the finding that it was meant for still fails the run.',
    fix: 'Take the entry out of suppress. If the finding is still there, correct the cluster, environment, application or object.',
  },
];

/** A suppression that is of none of the findings. */
export function unusedSuppression(
  suppression: ResolvedSuppression,
  index: number,
  findings: readonly Finding[],
): Finding {
  const { code, cluster, environment, application, object } = suppression;
  const elsewhere = findings.some((finding) => finding.code === code);
  const where = [
    object && ` for ${object}`,
    application && ` of ${application}`,
    environment && ` in ${environment}`,
    cluster && ` on ${cluster}`,
  ];
  return {
    code: 'SEA3901',
    severity: 'warning',
    sentence: `suppress.${index}: no finding ${code}${where.join('')} is there to suppress`,
    hint: elsewhere
      ? `there is ${code} elsewhere: correct the place, or take the entry out`
      : 'take the entry out',
    place: {
      ...(cluster === undefined ? {} : { cluster }),
      ...(environment === undefined ? {} : { environment }),
      ...(application === undefined ? {} : { application }),
      model: ['suppress', String(index)],
    },
  };
}
