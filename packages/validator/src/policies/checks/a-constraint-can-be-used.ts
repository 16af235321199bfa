import type { Check } from '../../check/check.ts';
import { placeOf } from '../../rendered/place-of.ts';
import type { ClusterReview } from '../review/cluster-review.ts';

export const aConstraintCanBeUsed: Check<ClusterReview> = {
  rule: 'Gatekeeper can use a constraint',
  explanation: {
    code: 'SEA3303',
    title: 'Gatekeeper refuses a constraint',
    meaning:
      'The constraint has an enforcement action, an enforcement point or a selector that Gatekeeper does not know, or ' +
      'parameters that its template does not allow. Its sync fails, and what it should enforce is not enforced.',
    fix: 'Correct the field that the finding names.',
  },
  run({ constraints }, say) {
    for (const { located, problem } of constraints) {
      if (problem === undefined) continue;
      say.wrong(placeOf(located, problem.field), {
        sentence: `Gatekeeper refuses this constraint: ${problem.what.charAt(0).toLowerCase()}${problem.what.slice(1)}.`,
        hint: problem.hint,
      });
    }
  },
};
