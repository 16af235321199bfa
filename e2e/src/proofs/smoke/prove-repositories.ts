import { Disproof } from '../../run/outcome-errors.ts';
import { wait } from '../../run/wait.ts';
import { listAt, textAt } from '../../trial/field.ts';
import type { Notes, Trial } from '../../trial/trial.ts';
import { externalSecretsOf } from './prove-secrets.ts';

/**
 * Looks at what `argocd repo list` reads: the Secrets with its label. Each has the address of the model, and belongs to
 * the ExternalSecret that keeps it from now on.
 */
export async function proveRepositories(trial: Trial, cluster: string, notes: Notes): Promise<void> {
  const { kubernetes } = trial.cluster(cluster);
  const { namespace, repositories } = trial.published.fleet.argoCd;
  const keepers = externalSecretsOf(trial.published.fleet, cluster);
  const secrets = await wait(trial.run, {
    awaited: `External Secrets keeps the repositories' Secrets of ${cluster}`,
    within: 60,
    async look() {
      const found = await kubernetes.list(
        { apiVersion: 'v1', kind: 'Secret' },
        { namespace, labels: 'argocd.argoproj.io/secret-type=repository' },
      );
      const kept = found.filter((secret) =>
        listAt(secret, 'metadata', 'ownerReferences').some(
          (owner) =>
            textAt(owner, 'kind') === 'ExternalSecret' &&
            keepers.some(({ metadata }) => metadata.name === textAt(owner, 'name')),
        ),
      );
      return kept.length >= repositories.length
        ? { met: true, value: kept }
        : { met: false, seen: `${String(kept.length)} of ${String(repositories.length)} are kept` };
    },
  });
  const addresses = new Set(
    secrets.map((secret) => Buffer.from(textAt(secret, 'data', 'url') ?? '', 'base64').toString()),
  );
  const missing = repositories.filter(({ url }) => !addresses.has(url));
  if (missing.length > 0) {
    throw new Disproof(
      `no Secret of Argo CD on ${cluster} has the address of ${missing.map(({ name }) => name).join(', ')}`,
    );
  }
  notes.saw(`External Secrets keeps the Secrets of ${repositories.map(({ name }) => name).join(', ')}`);
  notes.measure('repositories', repositories.length, 'objects');
}
