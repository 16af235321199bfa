import { defineApplication } from '@seatrial/compiler';
import { clusters } from '../clusters.ts';
import { namespace } from '../namespace.ts';

/**
 * Every namespace of the fleet, before anything that lives in one: charts and migrations have hooks that run before
 * the first object of their own application is made. `argocd` is not here: Argo CD is installed by hand, first.
 */
export const namespaces = defineApplication(clusters, {
  // Only cluster-scoped objects: the namespace is a formality that every cluster has.
  namespace: 'default',
  objects: {
    'external-secrets': namespace('restricted'),
    // Gatekeeper never judges its own namespace, so that it can always repair itself.
    'gatekeeper-system': namespace('restricted', { 'admission.gatekeeper.sh/ignore': 'no-self-managing' }),
    luneo: namespace('restricted'),
    // The agent and the node exporter read the nodes' logs and file systems.
    observability: namespace('privileged'),
  },
  perRole: { hub: { objects: { luneo: null, observability: null } } },
});
