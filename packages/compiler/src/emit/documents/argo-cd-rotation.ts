import { instanceScopes, repositorySecretName } from '../argo-cd/index.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';
import { code, commands, table } from './markdown.ts';

/** A secret of Argo CD itself, by the name of its ExternalSecret. */
interface OwnSecret {
  readonly name: string;
  readonly purpose: string;
  readonly store: string;
  readonly from: string;
}

function argoCdSecrets({ argoCd }: ResolvedFleet): OwnSecret[] {
  const secret = argoCd.notifications?.secret;
  return [
    ...argoCd.repositories.map((repository) => ({
      name: repositorySecretName(repository),
      purpose: `reads ${repository.url}`,
      store: repository.credentials.store.name,
      from: repository.credentials.from,
    })),
    ...(secret === undefined
      ? []
      : [
          {
            name: 'argocd-notifications-secret',
            purpose: 'sends notifications',
            store: secret.store.name,
            from: secret.from,
          },
        ]),
  ];
}

/** The section about the secrets that Argo CD itself uses; nothing where it has none from a store. */
export function argoCdRotation(fleet: ResolvedFleet): string[] {
  const secrets = argoCdSecrets(fleet);
  if (secrets.length === 0) return [];
  const rows = secrets.map(({ name, purpose, store, from }) => [
    code(name),
    purpose,
    store,
    code(from),
    '1h',
  ]);
  const kubectl = instanceScopes(fleet).map(
    ({ instance }) => `kubectl --context ${instance.cluster} --namespace ${fleet.argoCd.namespace}`,
  );
  return [
    "## Argo CD's own secrets",
    table(['ExternalSecret', 'What it is for', 'Store', 'Key in the store', 'Refreshed every'], rows),
    'Write the new value to the store, then refresh and check:',
    commands(
      kubectl.flatMap((prefix) => [
        ...secrets.map(
          ({ name }) => `${prefix} annotate externalsecret ${name} force-sync="$(date +%s)" --overwrite`,
        ),
        `${prefix} get externalsecrets`,
      ]),
    ),
    ...(fleet.argoCd.repositories.length === 0
      ? []
      : ['Every repository must then say `Successful`:', commands(['argocd repo list --refresh hard'])]),
  ];
}
