import type { SetCheck } from '../check/check.ts';
import { placeOf } from '../rendered/place-of.ts';
import { argoCdOf, isTemplated } from './applications.ts';
import { destinationOf, registrationsOf } from './destination.ts';

export const aDestinationIsOneKnownCluster: SetCheck = {
  rule: 'The destination of an Application is one cluster that Argo CD knows',
  explanation: {
    code: 'SEA3504',
    title: 'The destination of an Application is no cluster that Argo CD knows',
    meaning:
      'A destination has either a name or a server, and a cluster Secret registers it. The cluster that Argo CD runs on is always known, as the name "in-cluster" and the server "https://kubernetes.default.svc".',
    fix: 'Name the cluster as it is registered, or add a Secret with the label argocd.argoproj.io/secret-type: cluster.',
  },
  run(view, say) {
    for (const { located, plane, name: application } of argoCdOf(view).applications) {
      const { name, server } = destinationOf(located.object);
      const place = placeOf(located, '/spec/destination');
      const shown = name ?? server;
      if (name !== undefined && server !== undefined)
        say.wrong(place, {
          sentence: `The destination of the Application ${application} has both a name (${name}) and a server (${server}), which Argo CD refuses.`,
          hint: 'Keep one of the two.',
        });
      else if (shown === undefined)
        say.wrong(place, {
          sentence: `The destination of the Application ${application} has neither a name nor a server.`,
          hint: 'Name the cluster, or write server: https://kubernetes.default.svc for the one that Argo CD runs on.',
        });
      else if (plane !== undefined && !isTemplated(shown)) {
        const found = registrationsOf(name === undefined ? { server: shown } : { name }, plane);
        if (found.length > 1)
          say.wrong(place, {
            sentence: `${found.length} clusters are registered as ${shown}, and Argo CD refuses to choose one for the Application ${application}.`,
            hint: 'Give each cluster Secret a name of its own.',
          });
        // What a complete set was built for is a cluster of it: whoever built it has found the destination.
        if (found.length > 0 || view.views.has(shown) || plane.complete) continue;
        if (plane.clusters.length === 0 || plane.hasHiddenClusters)
          say.unknown(place, 'the Secrets that register its clusters are not among the objects');
        else
          say.wrong(place, {
            severity: 'warning',
            sentence: `The Application ${application} goes to ${shown}, and no cluster Secret in ${plane.namespace} registers it.`,
            hint: `Registered are ${plane.clusters.map((cluster) => cluster.name || cluster.server).join(', ')}.`,
          });
      }
    }
  },
};
