import { argoCdObjects, type ResolvedFleet } from '@seatrial/compiler';
import type { Claim, ProofKind } from '../trial/claim.ts';
import type { Trial } from '../trial/trial.ts';
import { proveHost } from './smoke/prove-host.ts';
import { proveRepositories } from './smoke/prove-repositories.ts';
import { proveRevisions } from './smoke/prove-revisions.ts';
import { externalSecretsOf, proveSecrets } from './smoke/prove-secrets.ts';

type Host = ResolvedFleet['documents']['hosts'][number];

/** What INITIAL_DEPLOYMENT.md tells a person to check, "Verify" and "Smoke tests". */
export const smokeProof: ProofKind & { prove(trial: Trial, claims: readonly Claim[]): Promise<void> } = {
  name: 'smoke',
  title: 'Smoke test',
  promise:
    'After the first deployment every Application is at the pushed commit, every secret is there, every repository is kept, and every host leads to ready pods.',

  derive: (fleet) => [
    ...fleet.argoCd.instances.map(({ cluster }): Claim => {
      return {
        id: `smoke/applications-${cluster}`,
        kind: 'smoke',
        sentence: `Every automated Application of the Argo CD on ${cluster} is Synced and Healthy at the commit that was pushed.`,
        cluster,
      };
    }),
    ...fleet.clusters.flatMap(({ name }): Claim[] =>
      externalSecretsOf(fleet, name).length === 0
        ? []
        : [
            {
              id: `smoke/secrets-${name}`,
              kind: 'smoke',
              sentence: `Every ExternalSecret of ${name} is Ready, and its Secret is there with every key.`,
              cluster: name,
            },
          ],
    ),
    ...repositoryClusters(fleet).map((cluster): Claim => ({
      id: `smoke/repositories-${cluster}`,
      kind: 'smoke',
      sentence: `The Argo CD on ${cluster} knows every repository of the model, from Secrets that External Secrets keeps.`,
      cluster,
    })),
    ...hostsOf(fleet).map((host): Claim => {
      const cluster = clusterOf(fleet, host.placement);
      return {
        id: claimOf(host),
        kind: 'smoke',
        sentence: `${host.host} leads through its Ingress and its Service to ready pods of ${host.workload}.`,
        placement: host.placement,
        ...(cluster === undefined ? {} : { cluster }),
      };
    }),
  ],

  async prove(trial, claims) {
    const hosts = hostsOf(trial.subject.fleet);
    await Promise.all(
      claims.map(async (claim) => {
        const { id, cluster = '' } = claim;
        const host = hosts.find((each) => claimOf(each) === id);
        await trial.prove(claim, async (notes) => {
          if (host !== undefined) await proveHost(trial, host, notes);
          else if (id.startsWith('smoke/applications-')) await proveRevisions(trial, cluster, notes);
          else if (id.startsWith('smoke/secrets-')) await proveSecrets(trial, cluster, notes);
          else await proveRepositories(trial, cluster, notes);
        });
      }),
    );
  },
};

/** Hosts of placements that are there without a person. */
function hostsOf(fleet: ResolvedFleet): readonly Host[] {
  return fleet.documents.hosts.filter(
    ({ placement }) => fleet.placements.find(({ name }) => name === placement)?.sync.automated === true,
  );
}

function claimOf({ placement, host }: Host): string {
  return `smoke/${placement}-${host}`;
}

function clusterOf(fleet: ResolvedFleet, placement: string): string | undefined {
  return fleet.placements.find(({ name }) => name === placement)?.cluster;
}

/** Where repositories are part of what Argo CD is told. */
function repositoryClusters(fleet: ResolvedFleet): readonly string[] {
  if (fleet.argoCd.repositories.length === 0) return [];
  return [...new Set(argoCdObjects(fleet).map(({ cluster }) => cluster))];
}
