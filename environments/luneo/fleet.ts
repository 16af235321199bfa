import { defineFleet } from '@seatrial/compiler';
import { argoCdSecrets } from './applications/argo-cd-secrets.ts';
import { externalSecrets } from './applications/external-secrets.ts';
import { gatekeeper } from './applications/gatekeeper.ts';
import { luneo } from './applications/luneo.ts';
import { namespaces } from './applications/namespaces.ts';
import { observability } from './applications/observability.ts';
import { argoCd } from './argo-cd.ts';
import { clusters } from './clusters.ts';
import { promotions } from './promotions.ts';

/** Luneo on two regions, an active one and a warm standby, kept by Argo CD on a third. README.md is the map. */
export default defineFleet({
  name: 'luneo',
  repository: 'https://git.luneo.app/luneo/luneo-platform.git',
  engine: 'argo-cd',
  clusters,

  environments: {
    prod: { versions: 'releases/prod.yaml', labels: { 'luneo.app/environment': 'prod' } },
    management: { versions: 'releases/management.yaml', labels: { 'luneo.app/environment': 'management' } },
  },

  // With `app.kubernetes.io/name` and `part-of`, which the compiler gives to workloads: the labels that the policies demand.
  labels: { 'app.kubernetes.io/managed-by': 'argo-cd', 'luneo.app/owner': 'platform' },

  sync: {
    automated: true,
    prune: true,
    selfHeal: true,
    // For the definitions of External Secrets, Prometheus and Gatekeeper, which are too large for client-side apply.
    serverSideApply: true,
    // Namespaces are objects of their own, with labels that a policy asks for.
    createNamespace: false,
    retry: { limit: 10, backoff: { duration: '10s', factor: 2, maxDuration: '3m' } },
  },

  applications: {
    // First what everything else stands on, on every cluster.
    namespaces,
    'external-secrets': externalSecrets,
    gatekeeper,
    'argo-cd-secrets': argoCdSecrets,
    // The seed's four entries: these two, on the active and on the standby cluster.
    luneo,
    observability,
  },

  failover: { 'eu-west-1': 'us-east-1' },
  promotions,
  argoCd,
});
