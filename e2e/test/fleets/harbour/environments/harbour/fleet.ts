import { defineFleet } from '@seatrial/compiler';
import { externalSecrets } from './applications/external-secrets.ts';
import { gatekeeper } from './applications/gatekeeper.ts';
import { reports } from './applications/reports.ts';
import { shop } from './applications/shop.ts';
import { tools } from './applications/tools.ts';
import { clusters } from './clusters.ts';

/** The fleet that the proofs are tried on: one of everything that a proof can be about, in eight placements. */
export default defineFleet({
  name: 'harbour',
  repository: 'https://git.example/harbour/fleet.git',
  engine: 'argo-cd',
  clusters,

  environments: {
    prod: { versions: 'releases/prod.yaml', labels: { 'harbour.example/environment': 'prod' } },
    management: {
      versions: 'releases/management.yaml',
      labels: { 'harbour.example/environment': 'management' },
    },
  },
  labels: { 'app.kubernetes.io/managed-by': 'argo-cd' },

  sync: {
    serverSideApply: true,
    retry: { limit: 5, backoff: { duration: '5s', factor: 2, maxDuration: '1m' } },
  },

  applications: { gatekeeper, 'external-secrets': externalSecrets, shop, reports, tools },

  failover: { north: 'south' },
  promotions: {
    ledger: {
      promote: 'Make the ledger of south the one that is written: `ledger promote south`.',
      demote: 'Make the ledger of north the one that is written: `ledger promote north`.',
    },
  },
  argoCd: {
    applicationSets: { side: { generator: 'list', applications: ['reports', 'tools'] } },
  },
});
