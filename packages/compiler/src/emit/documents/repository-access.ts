import { repositoryFields, repositorySecretName, type InstanceScope } from '../argo-cd/index.ts';
import { commands, shellWord, table } from './markdown.ts';

/** The step that lets Argo CD read its repositories before External Secrets runs. */
export function repositoryAccess(scope: InstanceScope): string[] {
  const { fleet, instance } = scope;
  const { namespace, repositories } = fleet.argoCd;
  const head = '### 3. Let Argo CD read the repositories';
  if (repositories.length === 0) {
    return [
      head,
      'If the repository is private, add its credentials:',
      commands([`argocd repo add ${shellWord(fleet.repository)}`]),
    ];
  }
  const kubectl = `kubectl --context ${instance.cluster} --namespace ${namespace}`;
  const unlisted = repositories.some(({ url }) => url === fleet.repository) ? [] : [fleet.repository];
  return [
    head,
    'External Secrets keeps these credentials later, but Argo CD needs them to bring External Secrets. So they are made by hand once, under the names that External Secrets takes over.',
    table(
      ['Repository', 'Secret', 'Store', 'Key in the store'],
      repositories.map((repository) => [
        repository.url,
        `\`${repositorySecretName(repository)}\``,
        repository.credentials.store.name,
        `\`${repository.credentials.from}\``,
      ]),
    ),
    'Put the properties that the store holds under the key into a file for each, as `property=value` lines, outside the repository; delete the files afterwards.',
    commands([
      ...repositories.flatMap((repository) => {
        const name = repositorySecretName(repository);
        const stringData = repositoryFields(scope, repository);
        return [
          `${kubectl} create secret generic ${name} --from-env-file=${name}.env`,
          `${kubectl} patch secret ${name} --patch ${shellWord(JSON.stringify({ stringData }))}`,
          `${kubectl} label secret ${name} argocd.argoproj.io/secret-type=repository`,
        ];
      }),
      ...unlisted.map((url) => `argocd repo add ${shellWord(url)}   # if it is private`),
      'argocd repo list',
    ]),
  ];
}
