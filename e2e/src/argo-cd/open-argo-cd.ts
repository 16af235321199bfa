import { join } from 'node:path';
import { clusterSecret, defaultProject, withServerKey, type ClusterConnection } from './argo-cd-objects.ts';
import { establishDefinitions } from './establish-definitions.ts';
import type { Kubernetes } from '../kubernetes/kubernetes.ts';
import type { ArgoCdRequest, LabArgoCd } from '../lab/lab.ts';
import { answers, awaitProcess, isListening } from '../run/await-process.ts';
import { lastLines } from '../run/log-lines.ts';
import { freePorts } from '../run/ports.ts';
import type { Run } from '../run/run.ts';
import type { Child, ProcessRequest } from '../run/supervisor.ts';
import { readArgoCdInstallation, type ArgoCdInstallation } from './argo-cd-installation.ts';
import {
  applicationSetsProcess,
  argoCdPortNames,
  controllerProcess,
  makeArgoCdFolder,
  redisProcess,
  repoServerProcess,
  type ArgoCdPlan,
} from './argo-cd-processes.ts';
import { operatorOf } from './operator-of.ts';

/** A cluster that Argo CD runs beside, or syncs. */
export interface SyncedCluster {
  readonly kubernetes: Kubernetes;
  /** Path of an administrator's kubeconfig. */
  readonly kubeconfig: string;
  readonly connection: ClusterConnection;
}

/** Starts one Argo CD beside its cluster; resolves when its components work. @throws Infrastructure */
export async function openArgoCd(
  run: Run,
  request: ArgoCdRequest,
  clusters: ReadonlyMap<string, Promise<SyncedCluster>>,
): Promise<LabArgoCd> {
  const { cluster, namespace } = request;
  const own = clusters.get(cluster);
  if (own === undefined) throw new Error(`there is no cluster ${cluster} for Argo CD`);
  const ports = await freePorts(...argoCdPortNames);
  const folder = join(run.folder, 'argo-cd', cluster);
  const path = await makeArgoCdFolder(run, folder);
  const installation = await readArgoCdInstallation(run.programs);

  const { kubernetes, kubeconfig } = await own;
  const plan: ArgoCdPlan = { cluster, namespace, kubeconfig, ports, folder, path };
  const startRepoServer = (): Promise<Child> =>
    startUp(run, repoServerProcess(run, plan), () => isListening(ports.repoServer));
  const startController = (): Promise<Child> =>
    startUp(run, controllerProcess(run, plan), () => servesMetrics(ports.controllerMetrics));
  const startSets = (): Promise<Child> =>
    startUp(run, applicationSetsProcess(run, plan), () => servesMetrics(ports.setsMetrics));
  await startUp(run, redisProcess(run, plan), () => isListening(ports.redis));
  await kubernetes.apply({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  const [repoServer] = await Promise.all([
    startRepoServer(),
    installSettings(kubernetes, namespace, installation),
    establishDefinitions(run, kubernetes, installation.definitions),
  ]);
  // These two end where they do not find their kinds.
  const [controller, applicationSets] = await Promise.all([
    startController(),
    startSets(),
    kubernetes.apply(defaultProject(namespace)),
  ]);
  for (const managed of request.manages) {
    const other = await clusters.get(managed.name);
    if (other === undefined) throw new Error(`there is no cluster ${managed.name} for Argo CD to sync`);
    await kubernetes.apply(clusterSecret(namespace, managed, other.connection));
  }
  const operators = {
    controller: operatorOf(controller, startController),
    repoServer: operatorOf(repoServer, startRepoServer),
    applicationSets: operatorOf(applicationSets, startSets),
  };
  const logs = [applicationSets, repoServer, controller].map(({ log }) => log);
  return {
    cluster,
    namespace,
    kubernetes,
    ...operators,
    logs: (about) => lastLines(logs, { about }),
  };
}

async function startUp(run: Run, process: ProcessRequest, isUp: () => Promise<boolean>): Promise<Child> {
  const child = await run.supervisor.start(process);
  await awaitProcess(run, child, { awaited: `${process.name} works`, isUp });
  return child;
}

/** Only once a controller runs; the ports for probes are open before. */
function servesMetrics(port: number): Promise<boolean> {
  return answers(`http://127.0.0.1:${port}/metrics`);
}

async function installSettings(
  kubernetes: Kubernetes,
  namespace: string,
  { settings }: ArgoCdInstallation,
): Promise<void> {
  await Promise.all(
    settings.map((object) =>
      kubernetes.apply(withServerKey({ ...object, metadata: { ...object.metadata, namespace } })),
    ),
  );
}
