import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import { ownServer } from './destination.ts';
import type { InstanceScope } from './instance-scope.ts';
import { apiVersion, rootName } from './names.ts';

/**
 * What the folder of an Argo CD may hold, today or after a later commit: its project is applied once, by hand, and Argo CD
 * neither makes nor prunes a kind that it does not permit.
 */
const kindsOfFolder = [
  { group: '', kind: 'ConfigMap' },
  { group: 'argoproj.io', kind: 'AppProject' },
  { group: 'argoproj.io', kind: 'Application' },
  { group: 'argoproj.io', kind: 'ApplicationSet' },
  { group: 'external-secrets.io', kind: 'ExternalSecret' },
];

/**
 * The root Application, which syncs the folder of one Argo CD, and its project. No finalizer: deleting the root by mistake must
 * not take the fleet with it.
 */
export function rootObjects(scope: InstanceScope): KubernetesObject[] {
  const { fleet, instance } = scope;
  const { namespace } = fleet.argoCd;
  const name = rootName(fleet);
  const project = {
    apiVersion,
    kind: 'AppProject',
    metadata: { name, namespace },
    spec: {
      description: `What Argo CD itself needs for the fleet ${fleet.name}`,
      sourceRepos: [fleet.repository],
      destinations: [{ server: ownServer, namespace }],
      namespaceResourceWhitelist: kindsOfFolder,
    },
  };
  const application = {
    apiVersion,
    kind: 'Application',
    metadata: {
      name,
      namespace,
      annotations: {
        'argocd.argoproj.io/manifest-generate-paths': `/${fleet.tree}/${instance.folder}`,
      },
    },
    spec: {
      project: name,
      source: {
        repoURL: fleet.repository,
        targetRevision: instance.revision,
        path: `${fleet.tree}/${instance.folder}`,
      },
      destination: { server: ownServer, namespace },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        // The definitions of what it holds may arrive with the Applications that it starts.
        retry: { limit: 10, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } },
      },
    },
  };
  return [project, application];
}

export const rootComment = `# Applied once, by hand. Not a resource of kustomization.yaml: with a health check for Applications, a root that
# contains itself would wait for itself.
`;
