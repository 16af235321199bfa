import type { SetCheck } from '../check/check.ts';
import { placeOf } from '../rendered/place-of.ts';
import { destinationClusterOf, destinationOf } from './destination.ts';
import { isOfArgoCd } from './kinds.ts';
import { appliedObjects } from './permitted-objects.ts';
import { permitsDestination } from './project.ts';

export const aProjectPermitsEveryNamespace: SetCheck = {
  rule: 'The project of an Application permits every namespace that it applies objects to',
  explanation: {
    code: 'SEA3519',
    title: 'A project does not permit a namespace that its Application writes to',
    meaning:
      'An object may name another namespace than the destination of its Application. The AppProject must permit each of them, or Argo CD fails the whole sync.',
    fix: 'Add the cluster and the namespace to spec.destinations of the AppProject, or correct metadata.namespace.',
  },
  run(view, say) {
    for (const { application, own, objects } of appliedObjects(view, say)) {
      const cluster = destinationClusterOf(application, own.plane);
      // The namespace of the destination itself is the business of SEA3503.
      const said = new Set([destinationOf(application.located.object).namespace]);
      for (const { located, namespaced, namespace, kind, name } of objects) {
        if (namespaced !== true || namespace === '' || said.has(namespace) || isOfArgoCd(located)) continue;
        said.add(namespace);
        const answers = new Set(
          own.projects.map(({ object }) => permitsDestination(object, cluster, namespace)),
        );
        if (answers.has(true)) continue;
        const place = placeOf(located, '/metadata/namespace');
        if (answers.has(undefined)) {
          say.unknown(
            place,
            'the project lists clusters in another way than the Application names its own, and no Secret says which is which',
          );
          continue;
        }
        say.wrong(place, {
          severity: own.severity,
          sentence: `The project ${own.name} does not permit the namespace ${namespace}, to which the Application ${application.name} applies ${kind} ${name}.`,
          hint: `Add the namespace ${namespace} of ${cluster.name ?? cluster.server ?? 'the cluster'} to spec.destinations of the AppProject ${own.name}.`,
        });
      }
    }
  },
};
