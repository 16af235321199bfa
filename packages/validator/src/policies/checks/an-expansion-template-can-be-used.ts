import type { Check } from '../../check/check.ts';
import { placeOf } from '../../rendered/place-of.ts';
import type { ClusterReview } from '../review/cluster-review.ts';

export const anExpansionTemplateCanBeUsed: Check<ClusterReview> = {
  rule: 'Gatekeeper can use an ExpansionTemplate',
  explanation: {
    code: 'SEA3306',
    title: 'Gatekeeper cannot use an ExpansionTemplate',
    meaning:
      'An ExpansionTemplate says what comes of an object later, such as the Pods of a Deployment, so that policies for Pods ' +
      'refuse the Deployment already. This one lacks something, or makes what it applies to itself, alone or with others. Gatekeeper ' +
      'expands nothing by it, and only the Pods are refused.',
    fix: 'Correct the field that the finding names.',
  },
  run({ expansions }, say) {
    for (const { located, name, problem } of expansions) {
      if (problem === undefined) continue;
      say.wrong(placeOf(located, problem.field), {
        sentence: `Gatekeeper cannot use the ExpansionTemplate ${name || '(no name)'}: ${problem.what.charAt(0).toLowerCase()}${problem.what.slice(1)}.`,
        hint: problem.hint,
      });
    }
  },
};
