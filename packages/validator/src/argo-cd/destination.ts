import { recordAt, textAt } from '../json/fields.ts';
import type { ArgoApplication } from './applications.ts';
import type { ControlPlane } from './control-plane.ts';
import type { RegisteredCluster } from './generate/registered-cluster.ts';
import type { DestinationCluster } from './project.ts';

/** How Argo CD names the cluster that it runs on, registered or not. */
export const ownCluster = { name: 'in-cluster', server: 'https://kubernetes.default.svc' } as const;

/** What an Application says of where it goes. Empty texts count as absent, as they do for Argo CD. */
export function destinationOf(application: unknown): {
  readonly name?: string;
  readonly server?: string;
  readonly namespace: string;
} {
  const destination = recordAt(application, 'spec', 'destination');
  const name = textAt(destination, 'name');
  const server = textAt(destination, 'server')?.replace(/\/+$/, '');
  return {
    ...(name ? { name } : {}),
    ...(server ? { server } : {}),
    namespace: textAt(destination, 'namespace') ?? '',
  };
}

/** The registrations that a destination means: none, one, or, by mistake, more. */
export function registrationsOf(
  { name, server }: DestinationCluster,
  plane: ControlPlane,
): readonly Pick<RegisteredCluster, 'name' | 'server' | 'project'>[] {
  const found = plane.clusters.filter((cluster) =>
    server === undefined ? cluster.name === name : cluster.server === server,
  );
  const isOwn = server === undefined ? name === ownCluster.name : server === ownCluster.server;
  return found.length > 0 || !isOwn || !hasOwnCluster(plane) ? found : [ownCluster];
}

/** Whether Argo CD may use the cluster that it runs on. */
export function hasOwnCluster(plane: ControlPlane): boolean {
  return plane.setting('cluster.inClusterEnabled') !== 'false';
}

/** The cluster of an Application with everything that is known of it: one registration tells its name and its address. */
export function destinationClusterOf({ located }: ArgoApplication, plane: ControlPlane): DestinationCluster {
  const { name, server } = destinationOf(located.object);
  const [registered, ...more] = registrationsOf(
    { ...(name === undefined ? {} : { name }), ...(server === undefined ? {} : { server }) },
    plane,
  );
  if (registered !== undefined && more.length === 0)
    return { name: registered.name, server: registered.server };
  return { ...(name === undefined ? {} : { name }), ...(server === undefined ? {} : { server }) };
}
