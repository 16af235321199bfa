import { groupOf } from '@seatrial/compiler';
import type { SetCheck } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { placeOf } from '../rendered/place-of.ts';
import { argoCdOf } from './applications.ts';
import { comesFirst, compareSteps, describeStep, retries, skipsDryRun, stepOf } from './sync-order.ts';

export const aConstraintComesAfterItsTemplate: SetCheck = {
  rule: 'A constraint comes after its ConstraintTemplate',
  explanation: {
    code: 'SEA3515',
    title: 'A constraint comes before its ConstraintTemplate',
    meaning:
      'Gatekeeper makes the kind of a constraint from its ConstraintTemplate, after that is applied. In one Application the template needs an earlier sync-wave, and the constraint the option SkipDryRunOnMissingResource=true: without it Argo CD refuses the whole sync, because the kind is not there and no CustomResourceDefinition of the sync brings it.',
    fix: 'Give the template an earlier sync-wave, and the constraint the annotation argocd.argoproj.io/sync-options: SkipDryRunOnMissingResource=true.',
  },
  run(view, say) {
    const { byUnit } = argoCdOf(view);
    for (const application of byUnit.values()) {
      const { unit } = application;
      if (unit === undefined) continue;
      for (const located of view.objectsOf.get(unit.name) ?? []) {
        if (groupOf(String(located.object.apiVersion)) !== 'constraints.gatekeeper.sh') continue;
        const { kind } = located.object;
        const shown = `The constraint ${String(kind)} ${textAt(located.object, 'metadata', 'name') ?? ''} of the Application ${application.name}`;
        const place = placeOf(located, '/metadata/annotations');
        const templates = templatesOf(
          view.views.get(unit.cluster)?.ofKind('templates.gatekeeper.sh', 'ConstraintTemplate'),
          kind,
        );
        const own = templates.find((template) => template.unit === unit.name);
        if (own !== undefined && !skipsDryRun(located, application)) {
          say.wrong(place, {
            sentence: `${shown} comes with its ConstraintTemplate in one sync, without SkipDryRunOnMissingResource=true, so Argo CD refuses the sync.`,
            hint: 'Add the annotation argocd.argoproj.io/sync-options: SkipDryRunOnMissingResource=true to the constraint.',
          });
        } else if (own !== undefined) {
          const [step, needed] = [stepOf(located), stepOf(own)];
          const order = compareSteps(needed, step);
          if (order < 0) continue;
          say.wrong(place, {
            // In one wave, the second try finds what Gatekeeper has made of the template meanwhile.
            severity: order === 0 && retries(application) ? 'warning' : 'error',
            sentence: `${shown} comes in ${describeStep(step)}, and its ConstraintTemplate in ${describeStep(needed)}.`,
            hint: 'Give the ConstraintTemplate an earlier sync-wave than its constraints.',
          });
        } else {
          const makers = templates.map((template) => byUnit.get(template.unit ?? ''));
          if (makers.length === 0 || makers.includes(undefined) || retries(application)) continue;
          if (makers.some((maker) => maker !== undefined && comesFirst(view, maker, application))) continue;
          say.wrong(place, {
            severity: 'warning',
            sentence: `${shown} needs a ConstraintTemplate that another Application brings, ${makers[0]?.name ?? ''}, and nothing makes that one come first.`,
            hint: 'Put both into one Application with the template in an earlier sync-wave, or give this one a syncPolicy.retry.',
          });
        }
      }
    }
  },
};

function templatesOf(
  templates: readonly LocatedObject[] | undefined,
  kind: unknown,
): readonly LocatedObject[] {
  return (templates ?? []).filter(
    ({ object }) => textAt(object, 'spec', 'crd', 'spec', 'names', 'kind') === kind,
  );
}
