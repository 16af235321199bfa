import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { argoCdKnobs } from '../../argo-cd/knobs.ts';
import { openArgoCd, type SyncedCluster } from '../../argo-cd/open-argo-cd.ts';
import { startChartServer } from '../../companions/chart-server.ts';
import { startGitServer } from '../../companions/git-server.ts';
import { openKubernetes } from '../../kubernetes/open-kubernetes.ts';
import type { Lab, LabRequest, Provider } from '../../lab/lab.ts';
import { openExternalSecrets } from '../../operators/external-secrets.ts';
import { openGatekeeper } from '../../operators/gatekeeper.ts';
import { RequestError } from '../../run/outcome-errors.ts';
import type { Run } from '../../run/run.ts';
import { readContexts, type Contexts } from './contexts-file.ts';
import { openExistingCluster, signInTo, type ExistingCluster } from './existing-cluster.ts';
import { existingLabCluster } from './existing-lab-cluster.ts';
import { refuseOccupied } from './refuse-occupied.ts';
import { accountName } from './sign-in.ts';
import type { Traces } from './traces.ts';

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
      try {
        const contexts = await readContexts(
          file,
          request.clusters.map(({ name }) => name),
        );
        const clusters = await Promise.all(
          request.clusters.map((cluster) => openExistingCluster(run, cluster, contexts)),
        );
        await agree(clusters, request, confirm);
        return await openOn(clusters, contexts, request, run);
      } catch (error) {
        await run.supervisor.close();
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

async function openOn(
  clusters: readonly ExistingCluster[],
  contexts: Contexts,
  request: LabRequest,
  run: Run,
): Promise<Lab> {
  const opened = await Promise.all(
    clusters.map(async (cluster) => {
      await leaveNoTraces(cluster, contexts, request, run);
      const signedIn = await signInTo(run, cluster);
      const { kubeconfig, connection } = signedIn;
      const kubernetes = await openKubernetes(cluster.request.name, kubeconfig, run);
      const ground = { kubernetes, kubeconfig, address, started: () => {} };
      // Its webhook is out of the cluster's reach, but constraints have kinds only where Gatekeeper makes them.
      if (cluster.request.gatekeeper) await openGatekeeper(run, ground);
      const operators = cluster.request.externalSecrets
        ? { externalSecrets: await openExternalSecrets(run, ground) }
        : {};
      const synced: SyncedCluster = { kubernetes, kubeconfig, connection };
      return { cluster: existingLabCluster(cluster, signedIn, operators), synced };
    }),
  );
  const synced = new Map(
    opened.map(({ cluster, synced }) => [cluster.name, Promise.resolve(synced)] as const),
  );
  const [git, charts, argoCds] = await Promise.all([
    startGitServer(run, { address }),
    startChartServer(run, { address }),
    Promise.all(request.argoCds.map((argoCd) => openArgoCd(run, argoCd, synced))),
  ]);
  return {
    plane: 'control plane',
    clusters: new Map(opened.map(({ cluster }) => [cluster.name, cluster])),
    argoCds,
    git,
    charts,
    standIns: [],
    knobs: argoCdKnobs,
    versions: {
      'Argo CD': run.programs.version('argocd'),
      ...Object.fromEntries(
        opened.map(({ cluster }) => [`Kubernetes of ${cluster.name}`, cluster.version.used]),
      ),
    },
    lookInside: opened.map(
      ({ cluster }) => `KUBECONFIG=${cluster.kubeconfig} kubectl get all --all-namespaces`,
    ),
    async close() {
      for (const { cluster } of opened) cluster.kubernetes.close();
      await run.supervisor.close();
    },
  };
}

/** Before anything is written, so that a kill at any moment finds what to remove. */
async function leaveNoTraces(
  { request: cluster, context }: ExistingCluster,
  { kubeconfig }: Contexts,
  { argoCds }: LabRequest,
  run: Run,
): Promise<void> {
  const argoCd = argoCds.find((one) => one.cluster === cluster.name);
  const traces: Traces = {
    name: cluster.name,
    access: { kubeconfig, context },
    account: accountName(run),
    namespaces: [...cluster.namespaces, ...(argoCd === undefined ? [] : [argoCd.namespace])],
    groups: [...cluster.groups, ...(argoCd === undefined ? [] : ['argoproj.io'])],
    kinds: [
      ...new Map(
        cluster.shared.map(
          ({ apiVersion, kind }) => [`${apiVersion}/${kind}`, { apiVersion, kind }] as const,
        ),
      ).values(),
    ],
  };
  const file = join(run.folder, `${cluster.name}.traces.json`);
  await writeFile(file, JSON.stringify(traces));
  await run.supervisor.undo([process.execPath, removeTraces, file]);
}
