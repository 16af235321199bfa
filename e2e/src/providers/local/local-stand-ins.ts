import { kubernetesStandIns } from '../../lab/kubernetes-stand-ins.ts';
import type { LabCluster, StandIn } from '../../lab/lab.ts';
import { failsTag, neverReadyTag, podDoneAfter, podReadyAfter } from './kwok/pod-stages.ts';

/** What this provider puts in the place of something, for the report. */
export function localStandIns(clusters: readonly LabCluster[]): StandIn[] {
  const why = 'on the control plane no container runs and no packet flows';
  const everywhere = 'all clusters';
  return [
    {
      what: 'pods',
      where: everywhere,
      real: 'containers on nodes',
      standIn: `kwok: ready after ${podReadyAfter} ms, a Job's done ${podDoneAfter} ms later; never ready with the image tag ${neverReadyTag}, a Job's failing with ${failsTag}`,
      why,
    },
    {
      what: 'nodes',
      where: everywhere,
      real: 'machines in zones of the region',
      standIn: 'kwok: one node in each of three zones, that nothing fills',
      why,
    },
    {
      what: 'load balancers',
      where: everywhere,
      real: 'addresses that a controller of the cloud gives to Ingresses and Services',
      standIn: 'kwok: a host name below .example, at once',
      why,
    },
    {
      what: 'volumes',
      where: everywhere,
      real: 'storage of the cloud, by storage class',
      standIn: 'kwok: a volume without storage for each claim, at once',
      why,
    },
    {
      what: 'Redis',
      where: 'Argo CD',
      real: 'Redis',
      standIn: 'miniredis, in memory',
      why: 'Argo CD keeps only there what it can compute again',
    },
    ...kubernetesStandIns(clusters, 'the nearest version whose control plane is prepared'),
  ];
}
