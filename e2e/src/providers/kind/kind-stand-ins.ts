import { kubernetesStandIns } from '../../lab/kubernetes-stand-ins.ts';
import type { LabCluster, StandIn } from '../../lab/lab.ts';
import { leftOut } from './argo-cd-manifest.ts';

/** What this provider puts in the place of something, for the report. */
export function kindStandIns(clusters: readonly LabCluster[], probeImage: string): StandIn[] {
  const everywhere = 'all clusters';
  return [
    {
      what: 'nodes',
      where: everywhere,
      real: 'machines in zones of the region',
      standIn: 'one container that runs a kubelet',
      why: 'they share this machine',
    },
    {
      what: 'load balancers',
      where: everywhere,
      real: 'an ingress controller, and addresses that it gives to Ingresses',
      standIn:
        'an address for documentation, and a way through the API server to ready pods of the Service behind a host',
      why: 'kind has no ingress controller',
    },
    {
      what: 'volumes',
      where: everywhere,
      real: 'storage of the cloud, by storage class',
      standIn: 'folders of the node, by classes of the same names',
      why: 'kind has one provisioner, of local folders',
    },
    {
      what: 'Argo CD',
      where: 'hub',
      real: 'everything in its install.yaml',
      standIn: `without ${leftOut.join(', ')}`,
      why: 'nobody signs in, and nobody is told',
    },
    {
      what: 'images',
      where: everywhere,
      real: 'those of the fleet',
      standIn: probeImage,
      why: 'answers on the port of each container, so that Services, probes and hosts are real',
    },
    ...kubernetesStandIns(clusters, 'the node image that is there'),
  ];
}
