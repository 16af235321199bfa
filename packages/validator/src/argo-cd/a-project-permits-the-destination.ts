import type { SetCheck } from '../check/check.ts';
import { fieldAt } from '../json/fields.ts';
import { placeOf } from '../rendered/place-of.ts';
import { argoCdOf, isTemplated } from './applications.ts';
import { destinationClusterOf, destinationOf } from './destination.ts';
import { permitsDestination } from './project.ts';
import { ownProjectOf } from './projects-of.ts';

export const aProjectPermitsTheDestination: SetCheck = {
  rule: 'The project of an Application permits its destination',
  explanation: {
    code: 'SEA3503',
    title: 'A project does not permit the destination of an Application',
    meaning:
      'The cluster and the namespace of an Application must match one of the destinations of its AppProject and none that begins with "!".',
    fix: 'Add the cluster and the namespace to spec.destinations of the AppProject, or correct the destination.',
  },
  run(view, say) {
    for (const application of argoCdOf(view).applications) {
      const own = ownProjectOf(application, say);
      const { name, server, namespace } = destinationOf(application.located.object);
      // Neither or both is a mistake of its own, and Argo CD gets no further than that.
      if (own === undefined || (name === undefined) === (server === undefined)) continue;
      if (isTemplated(`${name ?? ''}${server ?? ''}${namespace}`)) continue;
      const place = placeOf(application.located, '/spec/destination');
      const cluster = destinationClusterOf(application, own.plane);
      const answers = new Set(
        own.projects.map(({ object }) => permitsDestination(object, cluster, namespace)),
      );
      const scoped = own.projects.some(
        ({ object }) => fieldAt(object, 'spec', 'permitOnlyProjectScopedClusters') === true,
      );
      if (answers.has(undefined))
        say.unknown(
          place,
          'the project lists clusters in another way than the Application names its own, and no Secret says which is which',
        );
      else if (!answers.has(true))
        say.wrong(place, {
          severity: own.severity,
          sentence: `The project ${own.name} does not permit the namespace ${namespace || '""'} of ${name ?? server}, where the Application ${application.name} goes.`,
          hint: `Add that cluster and namespace to spec.destinations of the AppProject ${own.name}.`,
        });
      else if (
        scoped &&
        !own.plane.clusters.some((each) => each.project === own.name && each.name === cluster.name)
      )
        say.unknown(place, 'which clusters belong to the project alone is not known');
    }
  },
};
