import type { SetCheck } from '../check/check.ts';
import { placeOf } from '../rendered/place-of.ts';
import { argoCdOf, projectNameOf } from './applications.ts';
import { listMatches } from './glob.ts';
import { textsAt } from './project.ts';

export const anApplicationLivesWhereItsProjectAllows: SetCheck = {
  rule: 'An Application outside the namespace of Argo CD is one that its project and Argo CD look for',
  explanation: {
    code: 'SEA3507',
    title: 'An Application is in a namespace that Argo CD does not take it from',
    meaning:
      'An Application that is not in the namespace of Argo CD must be in one of the sourceNamespaces of its AppProject, and in one of application.namespaces of argocd-cmd-params-cm. Otherwise Argo CD refuses it, or does not see it at all.',
    fix: "Move the Application to Argo CD's namespace, or add its namespace to both.",
  },
  run(view, say) {
    for (const { located, namespace, plane, name } of argoCdOf(view).applications) {
      if (plane === undefined || namespace === undefined || namespace === plane.namespace) continue;
      const place = placeOf(located, '/metadata/namespace');
      const project = projectNameOf(located.object);
      const projects = plane.projects.get(project) ?? [];
      const watched = plane.parameter('application.namespaces');
      if (
        projects.length > 0 &&
        !projects.some(({ object }) => listMatches(textsAt(object, 'sourceNamespaces'), namespace))
      )
        say.wrong(place, {
          sentence: `The Application ${name} is in the namespace ${namespace}, which is not among the sourceNamespaces of its project ${project}.`,
          hint: `Move it to ${plane.namespace}, or add ${namespace} to spec.sourceNamespaces of the AppProject ${project}.`,
        });
      else if (watched === undefined)
        say.unknown(place, 'application.namespaces of argocd-cmd-params-cm is not among the objects');
      else if (
        !listMatches(
          watched.split(',').map((each) => each.trim()),
          namespace,
        )
      )
        say.wrong(place, {
          sentence: `The Application ${name} is in the namespace ${namespace}, which Argo CD does not watch.`,
          hint: `Add ${namespace} to application.namespaces of argocd-cmd-params-cm, or move the Application to ${plane.namespace}.`,
        });
    }
  },
};
