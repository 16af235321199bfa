import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { ResolvedArgoCd } from '../../resolved/argo-cd.ts';
import { helmRepository } from './application-sources.ts';
import { externalSecret } from './external-secret.ts';
import type { InstanceScope } from './instance-scope.ts';

export type Repository = ResolvedArgoCd['repositories'][number];

/** Name of the Secret with the credentials of a repository, and of the ExternalSecret that makes it. */
export function repositorySecretName(repository: Repository): string {
  return `repository-${repository.name}`;
}

/**
 * The credentials of one repository: its address in clear, every property that the store holds under the key
 * (`username` and `password`, `sshPrivateKey`, ...) beside it. Source of the field names: Argo CD,
 * `docs/operator-manual/declarative-setup.md`, "Repositories".
 */
export function repositorySecret(scope: InstanceScope, repository: Repository): KubernetesObject {
  const name = repositorySecretName(repository);
  return externalSecret(scope, name, repository.credentials.store, {
    target: {
      name,
      creationPolicy: 'Owner',
      deletionPolicy: 'Retain',
      template: {
        engineVersion: 'v2',
        mergePolicy: 'Merge',
        metadata: { labels: { 'argocd.argoproj.io/secret-type': 'repository' } },
        data: repositoryFields(scope, repository),
      },
    },
    dataFrom: [
      {
        extract: {
          key: repository.credentials.from,
          conversionStrategy: 'Default',
          decodingStrategy: 'None',
          metadataPolicy: 'None',
        },
      },
    ],
  });
}

/** What the Secret of a repository says in clear. */
export function repositoryFields(scope: InstanceScope, { name, url }: Repository): Record<string, string> {
  if (!isHelmRepository(scope, url)) return { type: 'git', url };
  const helm = { type: 'helm', name, url: helmRepository(url) };
  return url.startsWith('oci://') ? { ...helm, enableOCI: 'true' } : helm;
}

function isHelmRepository(scope: InstanceScope, url: string): boolean {
  return (
    url.startsWith('oci://') ||
    scope.fleet.placements.some((placement) =>
      placement.charts.some(({ source }) => 'repository' in source && source.repository === url),
    )
  );
}
