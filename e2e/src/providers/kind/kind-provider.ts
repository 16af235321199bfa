import { startChartServer } from '../../companions/chart-server.ts';
import { argoCdKnobs } from '../../argo-cd/knobs.ts';
import { autoscalerKnob } from '../../lab/autoscaler-knob.ts';
import type { Lab, LabRequest, Provider } from '../../lab/lab.ts';
import { Infrastructure } from '../../run/outcome-errors.ts';
import type { Run } from '../../run/run.ts';
import { findContainerEngine, type ContainerEngine } from './container-engine.ts';
import { startGitContainer } from './git-container.ts';
import { installArgoCd } from './install-argo-cd.ts';
import { kindCreator } from './kind-clusters.ts';
import { openKindLabCluster, type KindLabCluster } from './kind-lab-cluster.ts';
import { kindOperators } from './kind-operators.ts';
import { kindStandIns } from './kind-stand-ins.ts';
import { loadHeldImages } from './load-images.ts';
import { makeProbeImage } from './probe-image.ts';
import { makeStorageClasses } from './storage-classes.ts';

/** Real nodes in containers, with kubelets, pods and packets. Git is a container beside them. */
export const kindProvider: Provider = {
  name: 'kind',
  plane: 'data plane',
  async open(request, run) {
    const halt = new AbortController();
    try {
      return await openLab(request, { ...run, signal: AbortSignal.any([run.signal, halt.signal]) }, halt);
    } catch (error) {
      await run.supervisor.close();
      throw error;
    }
  },
};

/** @param halt ends what the run has begun, when something else of it fails */
async function openLab(request: LabRequest, run: Run, halt: AbortController): Promise<Lab> {
  const engine = await findContainerEngine(run);
  const probeImage = await makeProbeImage(engine, run);
  const create = kindCreator(engine, run);
  // What takes longest comes first: Argo CD gets ready while the other clusters are made.
  const withArgoCd = new Set(request.argoCds.map(({ cluster }) => cluster));
  const inOrder = [
    ...request.clusters.filter(({ name }) => withArgoCd.has(name)),
    ...request.clusters.filter(({ name }) => !withArgoCd.has(name)),
  ];
  const created = inOrder.map((cluster) => create(cluster));
  const network = Promise.any(created).then(() => gatewayOf(engine));
  const opened: KindLabCluster[] = [];
  const letGo = (): void => {
    for (const cluster of opened) cluster.close();
  };
  const opening = created.map(async (creation) => {
    const kind = await creation;
    const gateway = await network;
    const cluster = await openKindLabCluster(run, engine, kind, gateway);
    opened.push(cluster);
    await Promise.all([
      loadHeldImages(engine, [probeImage], kind.name),
      makeStorageClasses(run, cluster.kubernetes, kind.request.storageClasses),
    ]);
    return { ...cluster, ...(await kindOperators(run, cluster, gateway)) };
  });
  const named = async (name: string): Promise<KindLabCluster> => {
    const opened = opening[inOrder.findIndex((cluster) => cluster.name === name)];
    if (opened === undefined) throw new Error(`there is no cluster ${name} for Argo CD`);
    return opened;
  };
  const [clusters, argoCds, git, charts] = await allTogether(
    [
      Promise.all(opening),
      Promise.all(request.argoCds.map((argoCd) => installArgoCd(run, engine, argoCd, named))),
      network.then(() => startGitContainer(engine, run)),
      network.then((address) => startChartServer(run, { address })),
    ],
    () => {
      halt.abort();
      letGo();
    },
  );
  const byName = new Map(clusters.map((cluster) => [cluster.name, cluster]));
  return {
    plane: 'data plane',
    clusters: byName,
    argoCds,
    git,
    charts,
    standIns: kindStandIns(clusters, probeImage),
    knobs: [...argoCdKnobs, autoscalerKnob],
    probeImage,
    versions: {
      'Argo CD': run.programs.version('argocd'),
      ...Object.fromEntries(clusters.map(({ name, version }) => [`Kubernetes of ${name}`, version.used])),
      kind: (await engine.kind(['version'])).split(' ')[1] ?? '',
      [engine.command]: await engine.run(['version', '--format', '{{.Server.Version}}']),
    },
    lookInside: clusters.map(({ kubeconfig }) => `KUBECONFIG=${kubeconfig} kubectl get all --all-namespaces`),
    letGo,
    async close() {
      letGo();
      await run.supervisor.close();
    },
  };
}

/** All of them; when one fails, the others are ended, and nothing that they could still begin outlives the failure. */
async function allTogether<Parts extends readonly Promise<unknown>[]>(
  parts: readonly [...Parts],
  giveUp: () => void,
): Promise<{ -readonly [Index in keyof Parts]: Awaited<Parts[Index]> }> {
  try {
    return await Promise.all(parts);
  } catch (error) {
    giveUp();
    await Promise.allSettled(parts);
    giveUp();
    throw error;
  }
}

/** The address of this machine that containers on kind's network reach. */
async function gatewayOf(engine: ContainerEngine): Promise<string> {
  const config = JSON.parse(
    await engine.run(['network', 'inspect', engine.network, '--format', '{{json .IPAM.Config}}']),
  ) as { readonly Gateway?: string }[];
  const gateway = config.map(({ Gateway }) => Gateway).find((address) => address?.includes('.') === true);
  if (gateway !== undefined) return gateway;
  throw new Infrastructure(
    `The network ${engine.network} of kind has no IPv4 gateway, by which containers would reach this machine.`,
  );
}
