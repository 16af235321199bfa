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
import { wait } from '../../run/wait.ts';
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
  const port = await freePort();
  const proxy = await run.supervisor.start({
    name: `${name}/proxy`,
    file: process.execPath,
    args: [proxyProgram, `${gateway}:${String(port)}`, new URL(access.server).host],
  });
  await awaitProcess(run, proxy, {
    awaited: `the way to the API server of ${name} is open`,
    isUp: () => isListening(port, gateway),
  });
  const outerServer = `https://${gateway}:${String(port)}`;
  const outer = join(run.folder, `${name}.outer.kubeconfig`);
  await writeFile(outer, stringify(kubeconfigOf(name, { ...access, server: outerServer })));
  const kubernetes = await openKubernetes(name, outer, run);
  const behindTheCut = await openKubernetes(name, kind.kubeconfig, run);
  const ingresses = behindTheCut.watch({ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' });
  const services = behindTheCut.watch({ apiVersion: 'v1', kind: 'Service' });
  const stop = giveAddresses(behindTheCut, [ingresses, services]);
  const nodeAddress = async (): Promise<string> =>
    engine.run(['inspect', '--format', '{{.NetworkSettings.Networks.kind.IPAddress}}', node]);
  return {
    name,
    version: { wanted: request.kubernetes, used: await versionOf(behindTheCut, engine, node) },
    kubernetes,
    kubeconfig: kind.kubeconfig,
    apiServer: {
      kill: async () => void (await engine.run(['kill', node])),
      freeze: async () => void (await engine.run(['pause', node])),
      thaw: async () => void (await engine.run(['unpause', node])),
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
      cutOff: () => proxy.signal('SIGSTOP'),
      reconnect: () => proxy.signal('SIGCONT'),
      behindTheCut,
    },
    http: openWayIn({ kubernetes: behindTheCut, ingresses, nodeAddress }),
    logs: (about) => podLogs(engine, node, 'kube-system', about),
    kind,
    outerServer,
    close() {
      stop();
      for (const open of [ingresses, services, kubernetes, behindTheCut]) open.close();
    },
  };
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
