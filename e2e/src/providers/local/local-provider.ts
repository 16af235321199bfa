import { argoCdKnobs } from '../../argo-cd/knobs.ts';
import { startChartServer } from '../../companions/chart-server.ts';
import { startGitServer } from '../../companions/git-server.ts';
import type { Lab, LabCluster, LabRequest, Provider } from '../../lab/lab.ts';
import { openExternalSecrets } from '../../operators/external-secrets.ts';
import { openGatekeeper } from '../../operators/gatekeeper.ts';
import type { OperatorGround } from '../../operators/open-operator.ts';
import type { Run } from '../../run/run.ts';
import type { Child } from '../../run/supervisor.ts';
import { controlPlaneKnobs } from './control-plane-processes.ts';
import { connectionTo } from './connection-to.ts';
import { labCluster } from './lab-cluster.ts';
import { localStandIns } from './local-stand-ins.ts';
import { openArgoCd, type SyncedCluster } from '../../argo-cd/open-argo-cd.ts';
import { openCluster, type OpenCluster } from './open-cluster.ts';

const address = '127.0.0.1';

/** Control planes, Argo CD and operators as plain processes on loopback. Nodes and pods are modelled by kwok. */
export const localProvider: Provider = {
  name: 'local',
  plane: 'control plane',
  open: openLab,
};

async function openLab(request: LabRequest, run: Run): Promise<Lab> {
  const opening = new Map(request.clusters.map((cluster) => [cluster.name, openCluster(run, cluster)]));
  try {
    return await openOn(opening, request, run);
  } catch (error) {
    await closeLab(opening, run);
    throw error;
  }
}

async function openOn(
  opening: ReadonlyMap<string, Promise<OpenCluster>>,
  request: LabRequest,
  run: Run,
): Promise<Lab> {
  const synced = new Map([...opening].map(([name, opened]) => [name, opened.then(syncedCluster)] as const));
  // Whoever opened the clusters hears of one that fails.
  for (const cluster of synced.values()) cluster.catch(() => undefined);
  const [git, charts, argoCds, ...clusters] = await Promise.all([
    startGitServer(run, { address }),
    startChartServer(run, { address }),
    Promise.all(request.argoCds.map((argoCd) => openArgoCd(run, argoCd, synced))),
    ...[...opening.values()].map(async (opened) => {
      const cluster = await opened;
      const [operators] = await Promise.all([openOperators(run, cluster), cluster.settled]);
      return labCluster(run, cluster, operators);
    }),
  ]);
  return {
    plane: 'control plane',
    clusters: new Map(clusters.map((cluster) => [cluster.name, cluster])),
    argoCds,
    git,
    charts,
    standIns: localStandIns(clusters),
    knobs: [...argoCdKnobs, ...controlPlaneKnobs],
    versions: versionsOf(run, clusters),
    lookInside: lookInside(clusters, request),
    letGo() {
      for (const { kubernetes, apiServer } of clusters) {
        kubernetes.close();
        apiServer.behindTheCut.close();
      }
    },
    close: () => closeLab(opening, run),
  };
}

/** The connections first: they would look for their API servers for ever. */
async function closeLab(opening: ReadonlyMap<string, Promise<OpenCluster>>, run: Run): Promise<void> {
  const ended = run.supervisor.close();
  for (const opened of await Promise.allSettled(opening.values())) {
    if (opened.status === 'rejected') continue;
    opened.value.kubernetes.close();
    opened.value.behindTheCut.close();
  }
  await ended;
}

async function openOperators(
  run: Run,
  { request, files, behindTheCut, processes }: OpenCluster,
): Promise<Pick<LabCluster, 'gatekeeper' | 'externalSecrets'>> {
  const ground = (name: string): OperatorGround => ({
    kubernetes: behindTheCut,
    kubeconfig: files.kubeconfig,
    address,
    started: (child: Child) => processes.set(name, child),
  });
  const [gatekeeper, externalSecrets] = await Promise.all([
    request.gatekeeper ? openGatekeeper(run, ground('gatekeeper')) : undefined,
    request.externalSecrets ? openExternalSecrets(run, ground('external-secrets')) : undefined,
  ]);
  return {
    ...(gatekeeper === undefined ? {} : { gatekeeper }),
    ...(externalSecrets === undefined ? {} : { externalSecrets }),
  };
}

function versionsOf({ programs }: Run, clusters: readonly LabCluster[]): Record<string, string> {
  return {
    'Argo CD': programs.version('argocd'),
    ...Object.fromEntries(clusters.map(({ name, version }) => [`Kubernetes of ${name}`, version.used])),
    etcd: programs.version('etcd'),
    kwok: programs.version('kwok'),
    kustomize: programs.version('kustomize'),
    Helm: programs.version('helm'),
    ...(clusters.some(({ gatekeeper }) => gatekeeper) ? { Gatekeeper: programs.version('gatekeeper') } : {}),
    ...(clusters.some(({ externalSecrets }) => externalSecrets)
      ? { 'External Secrets': programs.version('external-secrets') }
      : {}),
  };
}

function lookInside(clusters: readonly LabCluster[], { argoCds }: LabRequest): string[] {
  return clusters.flatMap(({ name, kubeconfig }) => [
    ...argoCds
      .filter(({ cluster }) => cluster === name)
      .map(({ namespace }) => `KUBECONFIG=${kubeconfig} kubectl --namespace ${namespace} get applications`),
    `KUBECONFIG=${kubeconfig} kubectl get all --all-namespaces`,
  ]);
}

/** Argo CD works beside its own cluster, whatever a drill does to the way in from outside. */
function syncedCluster(cluster: OpenCluster): SyncedCluster {
  return {
    kubernetes: cluster.behindTheCut,
    kubeconfig: cluster.files.kubeconfig,
    connection: connectionTo(cluster),
  };
}
