import type { LabCluster } from '../../lab/lab.ts';
import { NotProvenHere } from '../../run/outcome-errors.ts';
import type { Kubernetes } from '../../kubernetes/kubernetes.ts';
import type { ExistingCluster } from './existing-cluster.ts';

/** A cluster of somebody's as the rehearsal sees it: a drill does nothing to its API server. */
export function existingLabCluster(
  { request, version }: ExistingCluster,
  { kubernetes, kubeconfig }: { readonly kubernetes: Kubernetes; readonly kubeconfig: string },
  operators: Pick<LabCluster, 'externalSecrets'>,
): LabCluster {
  const refused = (): Promise<never> =>
    Promise.reject(
      new NotProvenHere(
        `${request.name} is not the rehearsal's own: its API server is not taken away or cut off.`,
      ),
    );
  return {
    name: request.name,
    version: { wanted: request.kubernetes, used: version },
    kubernetes,
    kubeconfig,
    apiServer: {
      kill: refused,
      freeze: refused,
      thaw: refused,
      revive: refused,
      cutOff: refused,
      reconnect: refused,
      behindTheCut: kubernetes,
    },
    ...operators,
    logs: () => Promise.resolve(`Logs of ${request.name} are where its owner keeps them.`),
  };
}
