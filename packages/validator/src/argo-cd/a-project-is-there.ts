import type { SetCheck } from '../check/check.ts';
import { nearestName } from '../findings/nearest-name.ts';
import { placeOf } from '../rendered/place-of.ts';
import { argoCdOf, isTemplated, projectNameOf } from './applications.ts';

export const aProjectIsThere: SetCheck = {
  rule: 'The project of an Application exists',
  explanation: {
    code: 'SEA3501',
    title: 'An Application names a project that does not exist',
    meaning:
      'Argo CD refuses to sync an Application whose AppProject is not in its own namespace. Only the project "default" is always there.',
    fix: "Correct spec.project, or add the AppProject to Argo CD's namespace.",
  },
  run(view, say) {
    for (const { located, plane, name } of argoCdOf(view).applications) {
      const project = projectNameOf(located.object);
      if (plane === undefined || project === 'default' || isTemplated(project) || plane.projects.has(project))
        continue;
      const place = placeOf(located, '/spec/project');
      const cluster = view.views.get(plane.cluster);
      const hidden = cluster?.mayComeFrom(plane.namespace);
      if (hidden !== undefined || (!plane.complete && plane.projects.size === 0)) {
        say.unknown(
          place,
          hidden === undefined ? 'no AppProject is among the objects' : `${hidden} is not rendered`,
        );
        continue;
      }
      const meant = nearestName(project, [...plane.projects.keys()]);
      say.wrong(place, {
        severity: plane.complete ? 'error' : 'warning',
        sentence: `The Application ${name} is of the project ${project}, and Argo CD in ${plane.namespace} of ${plane.cluster} has no project of that name.`,
        hint:
          meant === undefined
            ? `Add the AppProject ${project} to the namespace ${plane.namespace}.`
            : `Did you mean ${meant}?`,
      });
    }
  },
};
