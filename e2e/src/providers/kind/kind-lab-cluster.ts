import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { openKubernetes } from '../../kubernetes/open-kubernetes.ts';
import type { Kubernetes } from '../../kubernetes/kubernetes.ts';
import type { LabCluster } from '../../lab/lab.ts';
import { awaitProcess, isListening } from '../../run/await-process.ts';
import { freePort } from '../../run/ports.ts';
import type { Run } from '../../run/run.ts';
import type { Child } from '../../run/supervisor.ts';
import { wait } from '../../run/wait.ts';
import { calmDown } from './calm-down.ts';
import type { ContainerEngine } from './container-engine.ts';
import { giveAddresses } from './ingress-addresses.ts';
import type { Access, KindCluster } from './kind-clusters.ts';
import { podLogs } from './pod-logs.ts';
import { openWayIn } from './way-in.ts';

/** A cluster as the rehearsal sees it, with the way by which Argo CD comes to it. */
export interface KindLabCluster extends LabCluster {
  readonly kind: KindCluster;
  /** Through the proxy that a partition closes; any container reaches it. */
  readonly outerServer: string;
  close(): void;
}

/** A name in the certificate of every kind cluster; the address of the proxy is not. */
export const nameInCertificate = 'localhost';

const proxyProgram = fileURLToPath(new URL('../../companions/tcp-proxy-program.ts', import.meta.url));

/** @param gateway address of this machine on kind's network */
export async function openKindLabCluster(
  run: Run,
  engine: ContainerEngine,
  kind: KindCluster,
  gateway: string,
): Promise<KindLabCluster> {
  const { request, node, access } = kind;
  const { name } = request;
  const apiServer = new URL(access.server).host;
  const [outside, inside] = await Promise.all([
    openWay(run, `${name}/proxy-outside`, gateway, apiServer),
    openWay(run, `${name}/proxy-inside`, '127.0.0.1', apiServer),
  ]);
  const connect = async (way: Way, file: string): Promise<readonly [Kubernetes, string]> => {
    const path = join(run.folder, file);
    await writeFile(path, stringify(kubeconfigOf(name, { ...access, server: way.server })));
    return [await openKubernetes(name, path, run), path];
  };
  const [kubernetes] = await connect(outside, `${name}.outside.kubeconfig`);
  const [behindTheCut, kubeconfig] = await connect(inside, `${name}.inside.kubeconfig`);
  const used = await versionOf(behindTheCut, engine, node);
  const ingresses = behindTheCut.watch({ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' });
  const services = behindTheCut.watch({ apiVersion: 'v1', kind: 'Service' });
  const stop = giveAddresses(behindTheCut, [ingresses, services]);
  const wayIn = await openWayIn(name, kind.kubeconfig, ingresses);
  return {
    name,
    version: { wanted: request.kubernetes, used },
    kubernetes,
    kubeconfig,
    apiServer: {
      async kill() {
        await engine.run(calmDown(node));
        await engine.run(['kill', node]);
      },
      // All ways in hang at once. A pause of the node takes as long as a short gap may last, and would end what pods do.
      async freeze() {
        await Promise.all([outside, inside].map(({ proxy }) => proxy.signal('SIGSTOP')));
      },
      async thaw() {
        await Promise.all([outside, inside].map(({ proxy }) => proxy.signal('SIGCONT')));
      },
      async revive() {
        await engine.run(['start', node]);
        await wait(run, {
          awaited: `the API server of ${name} is back`,
          within: 120,
          look: async () =>
            (await behindTheCut.isReady(1000))
              ? { met: true, value: undefined }
              : { met: false, seen: 'no answer, or not ready' },
        });
      },
      cutOff: () => outside.proxy.signal('SIGSTOP'),
      reconnect: () => outside.proxy.signal('SIGCONT'),
      behindTheCut,
    },
    http: wayIn.ask,
    logs: (about) => podLogs(engine, node, 'kube-system', about),
    kind,
    outerServer: outside.server,
    close() {
      stop();
      for (const open of [wayIn, ingresses, services, kubernetes, behindTheCut]) open.close();
    },
  };
}

/** A way to an API server, which hangs while its proxy is frozen. */
interface Way {
  readonly server: string;
  readonly proxy: Child;
}

async function openWay(run: Run, name: string, address: string, apiServer: string): Promise<Way> {
  const port = await freePort();
  const from = `${address}:${String(port)}`;
  const proxy = await run.supervisor.start({
    name,
    file: process.execPath,
    args: [proxyProgram, from, apiServer],
  });
  await awaitProcess(run, proxy, { awaited: `${name} listens`, isUp: () => isListening(port, address) });
  return { server: `https://${from}`, proxy };
}

async function versionOf(kubernetes: Kubernetes, engine: ContainerEngine, node: string): Promise<string> {
  const [own] = await kubernetes.list({ apiVersion: 'v1', kind: 'Node' });
  const { nodeInfo } = (own?.['status'] ?? {}) as { nodeInfo?: { kubeletVersion: string } };
  const version = nodeInfo?.kubeletVersion ?? (await engine.run(['exec', node, 'cat', '/kind/version']));
  return version.trim().replace(/^v/, '');
}

function kubeconfigOf(name: string, access: Access): unknown {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': name,
    clusters: [
      {
        name,
        cluster: {
          server: access.server,
          'certificate-authority-data': access.ca,
          'tls-server-name': nameInCertificate,
        },
      },
    ],
    users: [{ name, user: { 'client-certificate-data': access.certificate, 'client-key-data': access.key } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
  };
}
