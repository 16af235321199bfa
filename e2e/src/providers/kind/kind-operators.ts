import type { LabCluster } from '../../lab/lab.ts';
import { openExternalSecrets } from '../../operators/external-secrets.ts';
import { openGatekeeper } from '../../operators/gatekeeper.ts';
import type { OperatorGround } from '../../operators/open-operator.ts';
import type { Run } from '../../run/run.ts';
import type { KindLabCluster } from './kind-lab-cluster.ts';

/** The operators that the fleet brings to a cluster, as processes of this machine that the cluster's node reaches. */
export async function kindOperators(
  run: Run,
  { apiServer, kubeconfig, kind }: KindLabCluster,
  address: string,
): Promise<Pick<LabCluster, 'gatekeeper' | 'externalSecrets'>> {
  const ground: OperatorGround = {
    kubernetes: apiServer.behindTheCut,
    kubeconfig,
    address,
    started: () => {},
  };
  const { gatekeeper, externalSecrets } = kind.request;
  return {
    ...(gatekeeper ? { gatekeeper: await openGatekeeper(run, ground) } : {}),
    ...(externalSecrets ? { externalSecrets: await openExternalSecrets(run, ground) } : {}),
  };
}
