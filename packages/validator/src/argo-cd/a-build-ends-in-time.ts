import type { SetCheck } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import { placeOf } from '../rendered/place-of.ts';
import { argoCdOf, isTemplated, sourcesOf } from './applications.ts';
import { kustomizeBuildOf } from './kustomize-files.ts';

/**
 * Objects of one root from which on `namespace:` alone takes half of Argo CD's 90 seconds. The time is quadratic: 1,000
 * Deployments took 2.5 s and 5,000 were not done after 120 s (measured with kustomize 5), 4,000 resources took 45 s
 * (kustomize issue 5084).
 */
const most = 4000;

export const aBuildEndsInTime: SetCheck = {
  rule: 'A kustomize build ends before Argo CD gives up on it',
  explanation: {
    code: 'SEA3517',
    title: 'A kustomize build is too large for the time that Argo CD gives it',
    meaning: `Argo CD gives up on a build after 90 seconds unless ARGOCD_EXEC_TIMEOUT says otherwise. The "namespace" of a kustomization takes time that grows with the square of the number of objects: from ${most} objects on it takes 45 seconds and more by itself.`,
    fix: 'Write the namespace into the objects instead, or divide the root into several Applications.',
  },
  run(view, say) {
    for (const { located, name, unit } of argoCdOf(view).applications) {
      const count = unit === undefined ? 0 : (view.objectsOf.get(unit.name)?.length ?? 0);
      if (count < most) continue;
      for (const [pointer, source] of sourcesOf(located.object)) {
        const path = textAt(source, 'path') ?? '';
        if (path === '' || isTemplated(path) || !view.repository.isThis(textAt(source, 'repoURL') ?? ''))
          continue;
        const [slow] = kustomizeBuildOf(view.repository, path)?.setsNamespace ?? [];
        if (slow === undefined) continue;
        say.wrong(placeOf(located, `${pointer}/path`), {
          severity: 'warning',
          sentence: `The Application ${name} builds ${count} objects with the namespace of ${slow}, which may take longer than the 90 seconds that Argo CD waits.`,
          hint: 'Write the namespace into the objects instead, or divide the root into several Applications.',
        });
      }
    }
  },
};
