import { defineClusters } from '@seatrial/compiler';

/** The Kubernetes minor version of the whole fleet. EKS of all three clusters is made by Terraform, not here. */
const kubernetes = '1.29';

export const clusters = defineClusters({
  // The seed does not say where Argo CD runs. Not on the active cluster: it has to be there when that one is lost.
  // So it has a cluster and a region of its own, and an environment of its own for what Argo CD itself needs.
  hub: { kubernetes, role: 'hub', region: 'eu-central-1', environments: ['management'] },

  // A failover exchanges these two roles, nothing else; all that follows a role moves with it.
  'eu-west-1': { kubernetes, role: 'active', region: 'eu-west-1', environments: ['prod'], ingress: 'alb' },
  'us-east-1': { kubernetes, role: 'standby', region: 'us-east-1', environments: ['prod'], ingress: 'alb' },
});
