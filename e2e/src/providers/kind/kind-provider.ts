import { startChartServer } from '../../companions/chart-server.ts';
import { argoCdKnobs } from '../../argo-cd/knobs.ts';
import type { Lab, LabRequest, Provider } from '../../lab/lab.ts';
import { Infrastructure } from '../../run/outcome-errors.ts';
import type { Run } from '../../run/run.ts';
import { findContainerEngine, type ContainerEngine } from './container-engine.ts';
import { startGitContainer } from './git-container.ts';
import { installArgoCd } from './install-argo-cd.ts';
import { createKindClusters } from './kind-clusters.ts';
import { openKindLabCluster } from './kind-lab-cluster.ts';
import { kindOperators } from './kind-operators.ts';
import { kindStandIns } from './kind-stand-ins.ts';
import { loadHeldImages } from './load-images.ts';
import { makeProbeImage } from './probe-image.ts';

/** Real nodes in containers, with kubelets, pods and packets. Git is a container beside them. */
export const kindProvider: Provider = {
  name: 'kind',
  plane: 'data plane',
  async open(request, run) {
    try {
      return await openLab(request, run);
    } catch (error) {
      await run.supervisor.close();
      throw error;
    }
  },
};

async function openLab(request: LabRequest, run: Run): Promise<Lab> {
  const engine = await findContainerEngine(run);
  const probeImage = await makeProbeImage(engine, run);
  const created = await createKindClusters(request.clusters, engine, run);
  const gateway = await gatewayOf(engine);
  const clusters = await Promise.all(
    created.map(async (kind) => {
      const cluster = await openKindLabCluster(run, engine, kind, gateway);
      await loadHeldImages(engine, [probeImage], kind.name);
      return { ...cluster, ...(await kindOperators(run, cluster, gateway)) };
    }),
  );
  const byName = new Map(clusters.map((cluster) => [cluster.name, cluster]));
  const [git, charts, argoCds] = await Promise.all([
    startGitContainer(engine, run),
    startChartServer(run, { address: gateway }),
    Promise.all(request.argoCds.map((argoCd) => installArgoCd(run, engine, argoCd, byName))),
  ]);
  return {
    plane: 'data plane',
    clusters: byName,
    argoCds,
    git,
    charts,
    standIns: kindStandIns(clusters, probeImage),
    knobs: argoCdKnobs,
    probeImage,
    versions: {
      'Argo CD': run.programs.version('argocd'),
      ...Object.fromEntries(clusters.map(({ name, version }) => [`Kubernetes of ${name}`, version.used])),
      kind: (await engine.kind(['version'])).split(' ')[1] ?? '',
      [engine.command]: await engine.run(['version', '--format', '{{.Server.Version}}']),
    },
    lookInside: clusters.map(({ kubeconfig }) => `KUBECONFIG=${kubeconfig} kubectl get all --all-namespaces`),
    async close() {
      for (const cluster of clusters) cluster.close();
      await run.supervisor.close();
    },
  };
}

/** The address of this machine that containers on kind's network reach. */
async function gatewayOf(engine: ContainerEngine): Promise<string> {
  const config = JSON.parse(
    await engine.run(['network', 'inspect', 'kind', '--format', '{{json .IPAM.Config}}']),
  ) as { readonly Gateway?: string }[];
  const gateway = config.map(({ Gateway }) => Gateway).find((address) => address?.includes('.') === true);
  if (gateway !== undefined) return gateway;
  throw new Infrastructure(
    "kind's network has no IPv4 gateway, by which containers would reach this machine.",
  );
}
