import { terraformOutputs } from '@seatrial/compiler';
import euWest1 from './terraform/eu-west-1.outputs.json' with { type: 'json' };
import globalOutputs from './terraform/global.outputs.json' with { type: 'json' };
import hubOutputs from './terraform/hub.outputs.json' with { type: 'json' };
import usEast1 from './terraform/us-east-1.outputs.json' with { type: 'json' };

/** What Terraform made in a region that this fleet refers to. The files are `terraform output -json`, as it prints them. */
const shape = {
  region: 'string',
  vpc_cidr: 'string',
  certificate_arn: 'string',
  backend_role_arn: 'string',
  worker_role_arn: 'string',
  stripe_webhooks_role_arn: 'string',
  backend_secrets_role_arn: 'string',
  observability_secrets_role_arn: 'string',
  prometheus_role_arn: 'string',
  loki_role_arn: 'string',
  tempo_role_arn: 'string',
  grafana_agent_role_arn: 'string',
  amp_remote_write_url: 'string',
  loki_bucket: 'string',
  tempo_bucket: 'string',
  renders_bucket: 'string',
  aurora_cluster_arn: 'string',
} as const;

/**
 * What belongs to a region and stays there when the roles are swapped: names from Terraform, the paths in that
 * region's Secrets Manager, and how long its history is kept.
 */
function place(outputs: unknown, source: string, own: { secretSuffix: string; retention: Retention }) {
  return { ...terraformOutputs(outputs, shape, source), ...own };
}

/**
 * Retention belongs to the region, not to the role: otherwise the edit that fails over would, in the middle of an
 * incident, also expire the history of the region that was lost.
 * The seed's "7d/3d/2d" is read as Loki 7d and 3d, Tempo 3d and 2d, primary and secondary.
 */
interface Retention {
  readonly metrics: string;
  readonly logs: string;
  readonly traces: string;
}

export type Place = ReturnType<typeof place>;

export const euWest1Place = place(euWest1, 'terraform/eu-west-1.outputs.json', {
  secretSuffix: '',
  retention: { metrics: '15d', logs: '7d', traces: '3d' },
});

export const usEast1Place = place(usEast1, 'terraform/us-east-1.outputs.json', {
  secretSuffix: '-secondary',
  retention: { metrics: '7d', logs: '3d', traces: '2d' },
});

export const hubPlace = terraformOutputs(
  hubOutputs,
  { region: 'string', argo_cd_secrets_role_arn: 'string' },
  'terraform/hub.outputs.json',
);

/** What belongs to no region: it is the same before and after a failover. */
export const everywhere = terraformOutputs(
  globalOutputs,
  {
    ecr_registry: 'string',
    aurora_global_cluster: 'string',
    aurora_global_writer_endpoint: 'string',
    migration_role_arn: 'string',
  },
  'terraform/global.outputs.json',
);
