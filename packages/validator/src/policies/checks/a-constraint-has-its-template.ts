import type { Check } from '../../check/check.ts';
import { severityOfMissing } from '../../check/missing.ts';
import { placeOf } from '../../rendered/place-of.ts';
import { nearestName } from '../../findings/nearest-name.ts';
import type { ClusterReview } from '../review/cluster-review.ts';

export const aConstraintHasItsTemplate: Check<ClusterReview> = {
  rule: 'A constraint has its ConstraintTemplate on the same cluster',
  explanation: {
    code: 'SEA3304',
    title: 'A constraint has no ConstraintTemplate',
    meaning:
      'Gatekeeper makes the kind of a constraint from its template. Without the template on the same cluster the constraint ' +
      'cannot be applied.',
    fix: 'Add the template to the cluster, or correct the kind of the constraint.',
  },
  run({ cluster, templates, constraints }, say) {
    const kinds = templates.flatMap(({ read }) => read.kind ?? []);
    for (const { located, template, kind } of constraints) {
      if (template !== undefined) continue;
      const source = cluster.mayComeFrom(undefined);
      if (source !== undefined) {
        say.unknown(placeOf(located, '/kind'), `${source} is not rendered`);
        continue;
      }
      const nearest = nearestName(kind, kinds);
      say.wrong(placeOf(located, '/kind'), {
        severity: severityOfMissing(cluster),
        sentence: `No ConstraintTemplate on the cluster ${cluster.name} has the kind ${kind}.`,
        hint:
          nearest === undefined
            ? `Add the ConstraintTemplate ${kind.toLowerCase()} to the cluster.`
            : `Did you mean ${nearest}?`,
      });
    }
  },
};
