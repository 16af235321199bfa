import type { SetCheck } from '../check/check.ts';
import { placeOf } from '../rendered/place-of.ts';
import { destinationClusterOf, destinationOf, ownCluster } from './destination.ts';
import { isOfArgoCd } from './kinds.ts';
import { appliedObjects } from './permitted-objects.ts';
import { permitsDestination } from './project.ts';

export const anAppOfAppsReachesArgoCd: SetCheck = {
  rule: 'An Application of Applications may write to the namespace of Argo CD',
  explanation: {
    code: 'SEA3506',
    title: 'An Application of Applications may not write where Argo CD looks',
    meaning:
      'An Application that applies Applications, ApplicationSets or AppProjects needs their namespace on the cluster of Argo CD among the destinations of its own project.',
    fix: 'Add the server https://kubernetes.default.svc with the namespace of Argo CD to spec.destinations of the AppProject.',
  },
  run(view, say) {
    for (const { application, own, objects } of appliedObjects(view, say)) {
      const child = objects.find(({ located }) => isOfArgoCd(located));
      const { name, server } = destinationOf(application.located.object);
      if (child === undefined || (name === undefined) === (server === undefined)) continue;
      const cluster = destinationClusterOf(application, own.plane);
      // Another cluster has an Argo CD of its own, which this one knows nothing of.
      if (cluster.server !== ownCluster.server && cluster.name !== ownCluster.name) continue;
      const { namespace, kind } = child;
      if (
        namespace === '' ||
        own.projects.some(({ object }) => permitsDestination(object, cluster, namespace) !== false)
      )
        continue;
      say.wrong(placeOf(application.located, '/spec/destination'), {
        severity: own.severity,
        sentence: `The Application ${application.name} applies ${kind} ${child.name} to ${namespace}, and its project ${own.name} does not permit that namespace.`,
        hint: `Add server ${ownCluster.server}, namespace ${namespace} to spec.destinations of the AppProject ${own.name}.`,
      });
    }
  },
};
