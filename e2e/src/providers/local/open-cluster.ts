import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { conditionHolds } from '../../kubernetes/condition-holds.ts';
import type { Kubernetes } from '../../kubernetes/kubernetes.ts';
import { openKubernetes } from '../../kubernetes/open-kubernetes.ts';
import type { ClusterRequest } from '../../lab/lab.ts';
import { awaitProcess, isListening } from '../../run/await-process.ts';
import { freePorts } from '../../run/ports.ts';
import type { Run } from '../../run/run.ts';
import type { Child } from '../../run/supervisor.ts';
import { writeClusterFiles, type ClusterFiles } from './cluster-files.ts';
import { startComponents, type ComponentName } from './components.ts';
import { apiServerProcess, etcdProcess, proxyProcess, type ClusterPlan } from './control-plane-processes.ts';
import { nearestMinor } from './kubernetes-version.ts';
import { nodesOf, storageClassesOf } from './nodes.ts';
import { writeStages } from './kwok/write-stages.ts';

/** A control plane that answers, and what runs of it. */
export interface OpenCluster {
  readonly request: ClusterRequest;
  readonly plan: ClusterPlan;
  readonly files: ClusterFiles;
  /** Its processes by name without the cluster's; `revive` of the API server puts another one here. */
  readonly processes: Map<string, Child>;
  /** Through the proxy. */
  readonly kubernetes: Kubernetes;
  /** Straight. */
  readonly behindTheCut: Kubernetes;
  /** Resolves when its controllers work and its nodes are ready. @throws Infrastructure */
  readonly settled: Promise<void>;
}

const proxyProgram = fileURLToPath(new URL('../../companions/tcp-proxy-program.ts', import.meta.url));

/** Starts the control plane of one cluster; resolves when its API server is ready. @throws Infrastructure */
export async function openCluster(run: Run, request: ClusterRequest): Promise<OpenCluster> {
  const { name } = request;
  const folder = join(run.folder, 'clusters', name);
  const ports = await freePorts(
    'etcd',
    'etcdPeer',
    'apiServer',
    'proxy',
    'controllerManager',
    'scheduler',
    'kwok',
  );
  const files = await writeClusterFiles(name, folder, ports.apiServer);
  const stages = join(folder, 'stages.yaml');
  const minor = nearestMinor(request.kubernetes, run.programs.kubernetes);
  const plan: ClusterPlan = { name, minor, ports, files, stages };
  const processes = new Map<string, Child>();
  const start = async (process: Parameters<Run['supervisor']['start']>[0]): Promise<Child> => {
    const child = await run.supervisor.start(process);
    processes.set(process.name.slice(name.length + 1), child);
    return child;
  };

  const etcd = await start(etcdProcess(run.programs, plan));
  await writeStages(run.programs, request, stages);
  await awaitProcess(run, etcd, { awaited: `etcd of ${name} listens`, isUp: () => isListening(ports.etcd) });
  const apiServer = await start(apiServerProcess(run.programs, plan));
  const proxy = await start(proxyProcess(proxyProgram, plan));
  const kubernetes = await openKubernetes(name, files.access(ports.proxy), run);
  const behindTheCut = await openKubernetes(name, files.access(ports.apiServer), run);
  await awaitProcess(run, apiServer, {
    awaited: `the API server of ${name} is ready`,
    isUp: () => behindTheCut.isReady(1000),
  });
  await awaitProcess(run, proxy, {
    awaited: `the way to the API server of ${name} is open`,
    isUp: () => isListening(ports.proxy),
  });
  const settled = settle(run, request, behindTheCut, await startComponents(run, plan, processes));
  // Whoever opened the cluster awaits it later; it may fail before.
  settled.catch(() => undefined);
  return { request, plan, files, processes, kubernetes, behindTheCut, settled };
}

async function settle(
  run: Run,
  request: ClusterRequest,
  kubernetes: Kubernetes,
  components: Readonly<Record<ComponentName, Child>>,
): Promise<void> {
  await Promise.all(
    [...nodesOf(request), ...storageClassesOf(request)].map((object) => kubernetes.create(object)),
  );
  await Promise.all([
    awaitProcess(run, components['kube-controller-manager'], {
      awaited: `the controllers of ${request.name} work`,
      // The last thing that a namespace gets, and without it no pod is taken.
      isUp: async () =>
        (await kubernetes.get({
          apiVersion: 'v1',
          kind: 'ServiceAccount',
          namespace: 'default',
          name: 'default',
        })) !== undefined,
    }),
    awaitProcess(run, components.kwok, {
      awaited: `the nodes of ${request.name} are ready`,
      isUp: async () =>
        (await kubernetes.list({ apiVersion: 'v1', kind: 'Node' })).every((node) =>
          conditionHolds(node, 'Ready'),
        ),
    }),
  ]);
}
