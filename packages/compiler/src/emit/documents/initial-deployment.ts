import { instanceScopes, rootName, type InstanceScope } from '../argo-cd/index.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';
import { registration } from './cluster-registration.ts';
import { repositoryAccess } from './repository-access.ts';
import { followedBranches } from './followed-branches.ts';
import { generatedNote } from './generated-note.ts';
import { code, commands, documentText, list, table } from './markdown.ts';
import { smokeTests } from './smoke-tests.ts';
import { syncOrder } from './sync-order.ts';

/** The way from empty clusters to a running fleet; undefined for a fleet that places nothing. */
export function initialDeployment(fleet: ResolvedFleet): string | undefined {
  const scopes = instanceScopes(fleet).filter(({ placements }) => placements.length > 0);
  if (scopes.length === 0) return undefined;
  return documentText([
    `# Initial deployment of ${fleet.name}`,
    generatedNote(fleet),
    '## What there will be',
    clusterTable(fleet),
    '## Before you start',
    list([
      'The clusters exist, and `kubectl config get-contexts` lists each of them under the name in the table.',
      'You have `kubectl`, `argocd` (3.4 or newer) and `seatrial`, and administrator rights on every cluster.',
      'The tree is the one that the model means: `seatrial compile --check` ends with 0.',
      `What you deploy is pushed: Argo CD reads \`${fleet.repository}\`, not your disk.`,
    ]),
    ...scopes.flatMap((scope) => instanceSteps(scope, scopes.length > 1)),
    ...smokeTests(fleet),
    '## Afterwards',
    list([
      'Every change is a commit. Nothing is applied by hand again but `root.yaml`, and that only when it changes itself.',
      'The first credentials of a new private repository are added by hand too: an Application that cannot read its source keeps the root from going on to later waves.',
    ]),
  ]);
}

function clusterTable(fleet: ResolvedFleet): string {
  const own = new Set(fleet.argoCd.instances.map(({ cluster }) => cluster));
  return table(
    ['Cluster', 'Role', 'Region', 'Kubernetes', 'Environments', 'Runs Argo CD'],
    fleet.clusters.map(({ name, role, region, kubernetes, environments }) => [
      name,
      role ?? '',
      region ?? '',
      kubernetes.minor,
      environments.join(', '),
      own.has(name) ? 'yes' : '',
    ]),
  );
}

function instanceSteps(scope: InstanceScope, several: boolean): string[] {
  const { fleet, instance } = scope;
  const { namespace } = fleet.argoCd;
  const kubectl = `kubectl --context ${instance.cluster} --namespace ${namespace}`;
  const heading = several ? `## The Argo CD on ${instance.cluster}` : '## Steps';
  return [
    heading,
    '### 1. Install Argo CD',
    `Use 3.4 or newer; pin the version that you install. Log in with \`argocd login\`, or put \`--core\` behind each \`argocd\` command below to work through your kubeconfig.`,
    commands([
      `kubectl --context ${instance.cluster} create namespace ${namespace}`,
      `${kubectl} apply --server-side --filename https://raw.githubusercontent.com/argoproj/argo-cd/stable/manifests/install.yaml`,
      `${kubectl} rollout status deployment/argocd-repo-server deployment/argocd-server deployment/argocd-applicationset-controller --timeout=5m`,
      `kubectl config use-context ${instance.cluster} && kubectl config set-context --current --namespace=${namespace}`,
    ]),
    ...registration(scope),
    ...repositoryAccess(scope),
    '### 4. Apply the root',
    'The one object that is applied by hand. It brings everything else, wave by wave.',
    commands([
      'seatrial compile --check',
      `${kubectl} apply --filename ${fleet.tree}/${instance.folder}/root.yaml`,
      `argocd app get ${rootName(fleet)} --refresh`,
    ]),
    ...syncOrder(scope),
    '### 6. Verify',
    `Every Application is \`Synced\` and \`Healthy\`, at the commit that you pushed. ${code('Synced')} alone is not enough: compare the revision.`,
    commands([
      ...followedBranches(fleet, scope.placements).map((branch) => `git rev-parse origin/${branch}`),
      'argocd app list',
      `${kubectl} get applications --output custom-columns=NAME:.metadata.name,SYNC:.status.sync.status,HEALTH:.status.health.status,REVISION:.status.sync.revision,REVISIONS:.status.sync.revisions`,
      ...secretChecks(scope),
    ]),
  ];
}

/** The clusters where External Secrets fills something. */
function secretChecks({ fleet, instance, placements }: InstanceScope): string[] {
  const named = new Set(fleet.documents.externalSecrets.map(({ placement }) => placement));
  const clusters = new Set(placements.filter(({ name }) => named.has(name)).map(({ cluster }) => cluster));
  if (fleet.argoCd.notifications?.secret !== undefined || fleet.argoCd.repositories.length > 0) {
    clusters.add(instance.cluster);
  }
  return [...clusters]
    .sort()
    .map((cluster) => `kubectl --context ${cluster} get externalsecrets --all-namespaces`);
}
