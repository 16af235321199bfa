import { createHash } from 'node:crypto';
import { argoCdObjects, type KubernetesObject, type ResolvedFleet } from '@seatrial/compiler';
import type { Lab } from '../lab/lab.ts';
import { field, textAt } from './field.ts';
import type { Published } from './trial.ts';

/** What a person applies by hand, as `kubectl apply --server-side` names itself. */
const manager = 'kubectl';

/**
 * What INITIAL_DEPLOYMENT.md has a person do once the clusters are registered: the repositories' secrets, where External
 * Secrets takes them over later, and the root of each Argo CD. Placements that a person syncs are left alone. Nothing
 * is awaited but that the API servers took it.
 */
export async function bootstrap(lab: Lab, published: Published): Promise<void> {
  const objects = argoCdObjects(published.fleet);
  await Promise.all(
    lab.argoCds.map(async ({ cluster, namespace, kubernetes }) => {
      const own = objects.filter((each) => each.cluster === cluster);
      const secrets = own.flatMap(({ object, listed }) => (listed ? credentialSecret(object) : []));
      const roots = own.filter(({ listed }) => !listed).map(({ object }) => object);
      const registered = unregistered(published.fleet).map((url) => registration(url, namespace));
      for (const object of [...secrets, ...registered, ...roots]) await kubernetes.apply(object, { manager });
    }),
  );
}

/** Git repositories that the model gives no credentials for. */
function unregistered({ repository, placements, argoCd }: ResolvedFleet): readonly string[] {
  const charts = placements.flatMap(({ charts }) =>
    charts.flatMap(({ source }) => ('git' in source ? [source.git] : [])),
  );
  const known = new Set(argoCd.repositories.map(({ url }) => url));
  return [...new Set([repository, ...charts])].filter((url) => !known.has(url));
}

/**
 * As `argocd repo add` does it. Argo CD 3.4.2 compares the paths of a commit only for a repository that it knows to be one
 * of git: for another one it takes every commit for no change, and skips hooks
 * (reposerver/repository/repository.go, UpdateRevisionForPaths).
 */
function registration(url: string, namespace: string): KubernetesObject {
  const name = `repository-${createHash('sha256').update(url).digest('hex').slice(0, 10)}`;
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace, labels: { 'argocd.argoproj.io/secret-type': 'repository' } },
    stringData: { type: 'git', url },
  };
}

/** The Secret that an ExternalSecret of a repository will keep: the git server of a rehearsal asks for no password. */
function credentialSecret(object: KubernetesObject): readonly KubernetesObject[] {
  const template = field(object, 'spec', 'target', 'template');
  const labels = field(template, 'metadata', 'labels');
  if (object.kind !== 'ExternalSecret' || textAt(labels, 'argocd.argoproj.io/secret-type') !== 'repository') {
    return [];
  }
  const { namespace } = object.metadata;
  return [
    {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: textAt(object, 'spec', 'target', 'name') ?? object.metadata.name,
        ...(namespace === undefined ? {} : { namespace }),
        labels: labels as Readonly<Record<string, string>>,
      },
      stringData: field(template, 'data'),
    },
  ];
}
