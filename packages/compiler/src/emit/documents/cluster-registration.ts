import { clusterSecretLabels, type InstanceScope } from '../argo-cd/index.ts';
import type { ResolvedCluster } from '../../resolved/cluster.ts';
import { commands, shellWord } from './markdown.ts';

/** The step that makes the clusters known to Argo CD, by the names and labels that its objects use. */
export function registration(scope: InstanceScope): string[] {
  const { fleet, instance, placements, setOf } = scope;
  const used = new Set(placements.map(({ cluster }) => cluster));
  const generators = placements.some(({ application }) => setOf.get(application)?.generator === 'clusters');
  const ownGenerated = placements.some(
    ({ application, cluster }) =>
      cluster === instance.cluster && setOf.get(application)?.generator === 'clusters',
  );
  const remote = fleet.clusters.filter(({ name }) => used.has(name) && name !== instance.cluster);
  const own = fleet.clusters.filter(({ name }) => ownGenerated && name === instance.cluster);
  if (remote.length + own.length === 0) {
    return [
      '### 2. Register the clusters',
      'Nothing to do: this Argo CD only deploys to the cluster that it runs on.',
    ];
  }
  const withServer = remote.filter(({ server }) => server !== undefined);
  return [
    '### 2. Register the clusters',
    generators
      ? 'Names and labels must be exactly these: ApplicationSets find the clusters by the labels, and what they generate goes to the names.'
      : 'The names must be exactly these: the Applications go to them.',
    commands([
      ...remote.map((cluster) => addCommand(scope, cluster, generators, '')),
      ...own.map((cluster) => addCommand(scope, cluster, generators, ' --in-cluster')),
      'argocd cluster list',
    ]),
    ...(withServer.length === 0
      ? []
      : [
          `The address that is registered must be the model's: ${withServer.map(({ name, server }) => `${name} is \`${server}\``).join(', ')}.`,
        ]),
  ];
}

function addCommand(
  { fleet }: InstanceScope,
  cluster: ResolvedCluster,
  labelled: boolean,
  more: string,
): string {
  const labels = labelled
    ? Object.entries(clusterSecretLabels(fleet, cluster)).map(
        ([key, value]) => ` --label ${shellWord(`${key}=${value}`)}`,
      )
    : [];
  return `argocd cluster add ${cluster.name} --name ${cluster.name}${labels.join('')}${more}`;
}
