import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { parse, stringify } from 'yaml';
import { autoscalerPeriod } from '../../lab/autoscaler-knob.ts';
import type { ClusterRequest } from '../../lab/lab.ts';
import { Infrastructure } from '../../run/outcome-errors.ts';
import type { Run } from '../../run/run.ts';
import { calmDown } from './calm-down.ts';
import type { ContainerEngine } from './container-engine.ts';

/** A kind cluster of one node, right after its creation. */
export interface KindCluster {
  readonly request: ClusterRequest;
  /** `seatrial-<run>-<cluster>`: kind's own name. */
  readonly name: string;
  /** The container that is its only node. */
  readonly node: string;
  /** Kubeconfig of an administrator, for processes of this machine. */
  readonly kubeconfig: string;
  readonly access: Access;
}

/** An administrator's way in, all in base64 but the address. */
export interface Access {
  readonly server: string;
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

/** Two at a time: each creation keeps a core busy. */
const together = 2;

/** Makes clusters of one node each, few at a time, in the order in which they are asked for. */
export function kindCreator(
  engine: ContainerEngine,
  run: Run,
): (request: ClusterRequest) => Promise<KindCluster> {
  const limit = pLimit(together);
  return (request) => limit(() => createKindCluster(request, engine, run));
}

/** Before anything is made, its removal is registered, and what it has said is kept before that. */
async function createKindCluster(
  request: ClusterRequest,
  engine: ContainerEngine,
  run: Run,
): Promise<KindCluster> {
  const name = `seatrial-${run.id}-${request.name}`;
  const kubeconfig = join(run.folder, `${request.name}.kubeconfig`);
  const config = join(run.folder, `${request.name}.kind.yaml`);
  await writeFile(config, stringify(clusterConfig(request)));
  // Without its own kubeconfig it would look for the cluster in that of the user.
  const remove = ['kind', 'delete', 'cluster', '--name', name, '--kubeconfig', kubeconfig] as const;
  await run.supervisor.undo(remove, engine.environment);
  const node = `${name}-control-plane`;
  await run.supervisor.undo([engine.command, ...calmDown(node)], engine.environment);
  const logs = run.logs === undefined ? undefined : join(run.logs, request.name);
  if (logs !== undefined) {
    await rm(logs, { recursive: true, force: true });
    await run.supervisor.undo(['kind', 'export', 'logs', logs, '--name', name], engine.environment);
  }
  const image = await nodeImage(request, engine);
  try {
    await engine.kind([
      'create',
      'cluster',
      '--name',
      name,
      '--config',
      config,
      '--kubeconfig',
      kubeconfig,
      // Else kind itself removes a cluster that failed, with all that it has said.
      '--retain',
      ...(image === undefined ? [] : ['--image', image]),
    ]);
  } catch (error) {
    if (logs === undefined || !(error instanceof Infrastructure)) throw error;
    throw new Infrastructure(`${error.message}; what its node has said is in ${logs}.`, { cause: error });
  }
  return { request, name, node, kubeconfig, access: await accessIn(kubeconfig) };
}

const autoscalersSoon = {
  kind: 'ClusterConfiguration',
  controllerManager: { extraArgs: { 'horizontal-pod-autoscaler-sync-period': autoscalerPeriod } },
};

/** Labels of the node are what nodes of that region carry. */
function clusterConfig({ region }: ClusterRequest): unknown {
  return {
    kind: 'Cluster',
    apiVersion: 'kind.x-k8s.io/v1alpha4',
    // Without a version it fits any of kubeadm's.
    kubeadmConfigPatches: [stringify(autoscalersSoon)],
    nodes: [
      {
        role: 'control-plane',
        ...(region === undefined
          ? {}
          : {
              labels: {
                'topology.kubernetes.io/region': region,
                'topology.kubernetes.io/zone': `${region}a`,
              },
            }),
      },
    ],
  };
}

/** `KIND_NODE_IMAGE` if it is set; else kind's image of the wanted version if this machine holds it; else kind's own choice. */
async function nodeImage(request: ClusterRequest, engine: ContainerEngine): Promise<string | undefined> {
  const told = process.env['KIND_NODE_IMAGE'];
  if (told !== undefined && told !== '') return told;
  const held = await engine.run(['images', '--format', '{{.Repository}}:{{.Tag}}', 'kindest/node']);
  return held.split('\n').find((image) => image.startsWith(`kindest/node:v${request.kubernetes}.`));
}

async function accessIn(kubeconfig: string): Promise<Access> {
  const { clusters, users } = parse(await readFile(kubeconfig, 'utf8')) as {
    clusters: [{ cluster: { server: string; 'certificate-authority-data': string } }];
    users: [{ user: { 'client-certificate-data': string; 'client-key-data': string } }];
  };
  return {
    server: clusters[0].cluster.server,
    ca: clusters[0].cluster['certificate-authority-data'],
    certificate: users[0].user['client-certificate-data'],
    key: users[0].user['client-key-data'],
  };
}
