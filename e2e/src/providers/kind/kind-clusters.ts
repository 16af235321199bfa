import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { parse, stringify } from 'yaml';
import type { ClusterRequest } from '../../lab/lab.ts';
import type { Run } from '../../run/run.ts';
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

/**
 * Makes one cluster of one node for each request. Before anything is made, its removal is registered; logs of a creation
 * that failed are exported into the run's folder before they are gone.
 */
export async function createKindClusters(
  requests: readonly ClusterRequest[],
  engine: ContainerEngine,
  run: Run,
): Promise<readonly KindCluster[]> {
  const limit = pLimit(together);
  return Promise.all(requests.map((request) => limit(() => createKindCluster(request, engine, run))));
}

async function createKindCluster(
  request: ClusterRequest,
  engine: ContainerEngine,
  run: Run,
): Promise<KindCluster> {
  const name = `seatrial-${run.id}-${request.name}`;
  const kubeconfig = join(run.folder, `${request.name}.kubeconfig`);
  const config = join(run.folder, `${request.name}.kind.yaml`);
  await writeFile(config, stringify(clusterConfig(request)));
  await run.supervisor.undo(['kind', 'delete', 'cluster', '--name', name], engine.environment);
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
      '--retain',
      ...(image === undefined ? [] : ['--image', image]),
    ]);
  } catch (error) {
    await exportLogs(name, engine, run);
    throw error;
  }
  return { request, name, node: `${name}-control-plane`, kubeconfig, access: await accessIn(kubeconfig) };
}

/** Labels of the node are what nodes of that region carry. */
function clusterConfig({ region }: ClusterRequest): unknown {
  return {
    kind: 'Cluster',
    apiVersion: 'kind.x-k8s.io/v1alpha4',
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

/** Into `<run folder>/logs/<cluster>`; kind writes all that a node and its pods have said. */
export async function exportLogs(name: string, engine: ContainerEngine, run: Run): Promise<void> {
  await engine
    .kind(['export', 'logs', join(run.folder, 'logs', name), '--name', name])
    .catch(() => undefined);
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
