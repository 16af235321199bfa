import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { argoCdKnobs } from '../../argo-cd/knobs.ts';
import { openArgoCd, type SyncedCluster } from '../../argo-cd/open-argo-cd.ts';
import { startChartServer } from '../../companions/chart-server.ts';
import { startGitServer } from '../../companions/git-server.ts';
import type { Kubernetes } from '../../kubernetes/kubernetes.ts';
import { openKubernetes } from '../../kubernetes/open-kubernetes.ts';
import type { Lab, LabCluster, LabRequest, Provider } from '../../lab/lab.ts';
import { openExternalSecrets } from '../../operators/external-secrets.ts';
import { openGatekeeper } from '../../operators/gatekeeper.ts';
import { RequestError } from '../../run/outcome-errors.ts';
import type { Run } from '../../run/run.ts';
import { readContexts, type Contexts } from './contexts-file.ts';
import { openExistingCluster, signInTo, type ExistingCluster } from './existing-cluster.ts';
import { existingLabCluster } from './existing-lab-cluster.ts';
import { existingStandIns } from './existing-stand-ins.ts';
import { refuseOccupied } from './refuse-occupied.ts';
import { accountName } from './sign-in.ts';
import type { ClusterTraces, Traces } from './traces.ts';

/** Where the servers of the rehearsal listen: Argo CD runs on this machine, and only it reads from them. */
const address = '127.0.0.1';
const removeTraces = fileURLToPath(new URL('./remove-traces-program.ts', import.meta.url));

/**
 * Clusters that somebody has, named by contexts of a kubeconfig. Argo CD and operators run on this machine and write to
 * them, once a person has agreed; everything that came with the rehearsal is removed at the end.
 * @param file path of the file that names the contexts
 */
export function existingProvider(file: string, confirm: (question: string) => Promise<boolean>): Provider {
  return {
    name: 'existing',
    plane: 'control plane',
    async open(request, run) {
      const connections: Kubernetes[] = [];
      const letGo = (): void => connections.forEach((connection) => connection.close());
      const close = async (): Promise<void> => {
        letGo();
        await run.supervisor.close();
      };
      try {
        const contexts = await readContexts(
          file,
          request.clusters.map(({ name }) => name),
        );
        const clusters: ExistingCluster[] = [];
        for (const cluster of request.clusters) {
          const opened = await openExistingCluster(run, cluster, contexts);
          connections.push(opened.kubernetes);
          clusters.push(opened);
        }
        await agree(clusters, request, confirm);
        await leaveNoTraces(clusters, contexts, request, run);
        const opened = await Promise.all(
          clusters.map((cluster) => moveInto(cluster, run, (connection) => connections.push(connection))),
        );
        return { ...(await openOn(opened, request, run)), letGo, close };
      } catch (error) {
        await close();
        throw error;
      }
    },
  };
}

async function agree(
  clusters: readonly ExistingCluster[],
  request: LabRequest,
  confirm: (question: string) => Promise<boolean>,
): Promise<void> {
  await Promise.all(clusters.map((cluster) => refuseOccupied(cluster, request)));
  const named = clusters.map(({ request: { name }, context, server }) => `${name}: ${context}, ${server}`);
  const question = `Rehearse ${request.fleet} on these clusters, and remove it again at the end? ${named.join('; ')}`;
  if (!(await confirm(question))) {
    throw new RequestError('Nothing was written: agree when you are asked, or say --yes.');
  }
}

/** Before anything is written, so that a kill at any moment finds what to remove. */
async function leaveNoTraces(
  clusters: readonly ExistingCluster[],
  { kubeconfig }: Contexts,
  { argoCds }: LabRequest,
  run: Run,
): Promise<void> {
  const traces: Traces = {
    account: accountName(run),
    clusters: clusters.map(({ request: { name, namespaces, groups, shared }, context }): ClusterTraces => {
      const own = argoCds.filter(({ cluster }) => cluster === name);
      return {
        name,
        access: { kubeconfig, context },
        namespaces: [...new Set([...namespaces, ...own.map(({ namespace }) => namespace)])],
        groups: [...groups, ...own.map(() => 'argoproj.io')],
        shared,
      };
    }),
  };
  const file = join(run.folder, 'traces.json');
  await writeFile(file, JSON.stringify(traces));
  await run.supervisor.undo([process.execPath, removeTraces, file]);
}

interface Moved {
  readonly cluster: LabCluster;
  readonly synced: SyncedCluster;
}

/** Writes to a cluster for the first time, and starts what runs beside it. */
async function moveInto(
  cluster: ExistingCluster,
  run: Run,
  opened: (connection: Kubernetes) => void,
): Promise<Moved> {
  const { name, gatekeeper, externalSecrets } = cluster.request;
  const { kubeconfig, connection } = await signInTo(run, cluster);
  const kubernetes = await openKubernetes(name, kubeconfig, run);
  opened(kubernetes);
  const ground = { kubernetes, kubeconfig, address, started: () => {} };
  // Its webhook is out of the cluster's reach, but constraints have kinds only where Gatekeeper makes them.
  if (gatekeeper) await openGatekeeper(run, ground);
  const operators = externalSecrets ? { externalSecrets: await openExternalSecrets(run, ground) } : {};
  return {
    cluster: existingLabCluster(cluster, { kubernetes, kubeconfig }, operators),
    synced: { kubernetes, kubeconfig, connection },
  };
}

async function openOn(
  moved: readonly Moved[],
  request: LabRequest,
  run: Run,
): Promise<Omit<Lab, 'letGo' | 'close'>> {
  const clusters = moved.map(({ cluster }) => cluster);
  const synced = new Map(
    moved.map(({ cluster, synced }) => [cluster.name, Promise.resolve(synced)] as const),
  );
  const [git, charts, argoCds] = await Promise.all([
    startGitServer(run, { address }),
    startChartServer(run, { address }),
    Promise.all(request.argoCds.map((argoCd) => openArgoCd(run, argoCd, synced))),
  ]);
  return {
    plane: 'control plane',
    clusters: new Map(clusters.map((cluster) => [cluster.name, cluster])),
    argoCds,
    git,
    charts,
    standIns: existingStandIns(clusters, request),
    knobs: argoCdKnobs,
    versions: {
      'Argo CD': run.programs.version('argocd'),
      ...Object.fromEntries(clusters.map(({ name, version }) => [`Kubernetes of ${name}`, version.used])),
    },
    lookInside: clusters.map(({ kubeconfig }) => `KUBECONFIG=${kubeconfig} kubectl get all --all-namespaces`),
  };
}
