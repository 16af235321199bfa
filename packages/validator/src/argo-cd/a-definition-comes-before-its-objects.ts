import { groupOf } from '@seatrial/compiler';
import type { SetCheck } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { placeOf } from '../rendered/place-of.ts';
import { argoCdOf } from './applications.ts';
import { comesFirst, compareSteps, describeStep, retries, skipsDryRun, stepOf } from './sync-order.ts';

export const aDefinitionComesBeforeItsObjects: SetCheck = {
  rule: 'A CustomResourceDefinition comes before the objects of its kind',
  explanation: {
    code: 'SEA3514',
    title: 'An object comes before the definition of its kind',
    meaning:
      'In one Application, a CustomResourceDefinition must be in the same wave as the objects of its kind, or in an earlier one. From another Application it must be there already: Argo CD does not wait for other Applications by itself, and without SkipDryRunOnMissingResource=true the first sync of the whole Application fails.',
    fix: 'Give the definition an earlier sync-wave, or the object the annotation argocd.argoproj.io/sync-options: SkipDryRunOnMissingResource=true and the Application a retry.',
  },
  run(view, say) {
    const { byUnit } = argoCdOf(view);
    const definitions = new Map(
      [...view.views.values()].map((cluster) => [cluster.name, definitionsOf(cluster)]),
    );
    for (const application of byUnit.values()) {
      const { unit } = application;
      const ofCluster = definitions.get(unit?.cluster ?? '');
      if (unit === undefined || ofCluster === undefined || ofCluster.size === 0) continue;
      const said = new Set<string>();
      for (const located of view.objectsOf.get(unit.name) ?? []) {
        const kind = `${groupOf(String(located.object.apiVersion))}/${String(located.object.kind)}`;
        const found = said.has(kind) ? undefined : ofCluster.get(kind);
        if (found === undefined) continue;
        const [own] = found
          .filter((definition) => definition.unit === unit.name)
          .sort((one, other) => compareSteps(stepOf(one), stepOf(other)));
        const name = textAt(located.object, 'metadata', 'name') ?? '';
        if (own !== undefined) {
          const [step, needed] = [stepOf(located), stepOf(own)];
          if (compareSteps(needed, step) <= 0) continue;
          said.add(kind);
          say.wrong(placeOf(located, '/metadata/annotations'), {
            sentence: `${located.object.kind} ${name} comes in ${describeStep(step)} of the Application ${application.name}, before the definition of its kind in ${describeStep(needed)}.`,
            hint: `Give ${textAt(own.object, 'metadata', 'name') ?? 'the definition'} a sync-wave that is not later.`,
          });
          continue;
        }
        const makers = found.map((definition) => byUnit.get(definition.unit ?? ''));
        // By hand, or by something else than Argo CD: when it comes is not known here.
        if (makers.includes(undefined) || retries(application)) continue;
        if (makers.some((maker) => maker !== undefined && comesFirst(view, maker, application))) continue;
        said.add(kind);
        const skips = skipsDryRun(located, application);
        say.wrong(placeOf(located), {
          severity: 'warning',
          sentence: `${located.object.kind} ${name} of the Application ${application.name} needs a definition that another Application brings, ${makers[0]?.name ?? ''}, and nothing makes that one come first.`,
          hint: skips
            ? 'Give the Application a syncPolicy.retry, so that it waits for the definition.'
            : 'Give the object the sync option SkipDryRunOnMissingResource=true, and the Application a syncPolicy.retry.',
        });
      }
    }
  },
};

/** The definitions of a cluster by `group/Kind`. */
function definitionsOf(cluster: ClusterView): ReadonlyMap<string, readonly LocatedObject[]> {
  return Map.groupBy(
    cluster.ofKind('apiextensions.k8s.io', 'CustomResourceDefinition'),
    ({ object }) =>
      `${textAt(object, 'spec', 'group') ?? ''}/${textAt(object, 'spec', 'names', 'kind') ?? ''}`,
  );
}
