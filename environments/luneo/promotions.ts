import { euWest1Place as euWest1, everywhere, usEast1Place as usEast1 } from './places.ts';

const aurora = (arn: string) =>
  `--global-cluster-identifier ${everywhere.aurora_global_cluster} --target-db-cluster-identifier ${arn}`;

/** What a failover needs beside the swap of the roles: the data, and the way in. Steps of the DR runbook. */
export const promotions = {
  aurora: {
    promote:
      `Make us-east-1 the writer of the Aurora global database: \`aws rds switchover-global-cluster ${aurora(usEast1.aurora_cluster_arn)}\`. ` +
      'If eu-west-1 is lost, use `failover-global-cluster --allow-data-loss` with the same arguments, and write down the replication lag at that moment: it is what was lost.',
    demote:
      'Wait until eu-west-1 is a secondary of the global database again and its replication lag is below one second, then ' +
      `\`aws rds switchover-global-cluster ${aurora(euWest1.aurora_cluster_arn)}\`.`,
  },
  'public-hosts': {
    promote:
      'Point `api.luneo.app` and `app.luneo.app` (Route 53, in Terraform) at the public load balancer of us-east-1, once its smoke tests pass.',
    demote: 'Point `api.luneo.app` and `app.luneo.app` back at the public load balancer of eu-west-1.',
  },
};
