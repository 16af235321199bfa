import { kubernetesStandIns } from '../../lab/kubernetes-stand-ins.ts';
import type { LabCluster, LabRequest, StandIn } from '../../lab/lab.ts';

/** What this provider puts in the place of something, for the report. */
export function existingStandIns(clusters: readonly LabCluster[], request: LabRequest): StandIn[] {
  return [
    {
      what: 'Argo CD',
      where: request.argoCds.map(({ cluster }) => cluster).join(', '),
      real: 'pods of its own cluster',
      standIn: 'processes beside it, with miniredis for Redis, as an account of the rehearsal',
      why: 'its images may be out of reach, and nothing of it stays',
    },
    ...request.clusters
      .filter(({ gatekeeper }) => gatekeeper)
      .map(({ name }) => ({
        what: 'Gatekeeper',
        where: name,
        real: 'pods, and a webhook that the API server asks',
        standIn: 'a process beside the cluster, without the webhook',
        why: 'the API server does not reach this machine, so nothing is refused at admission',
      })),
    ...kubernetesStandIns(clusters, 'it is what the cluster runs'),
  ];
}
