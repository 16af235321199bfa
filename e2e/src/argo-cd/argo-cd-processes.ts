import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { knobsOf, type ArgoCdComponent } from './knobs.ts';
import type { Run } from '../run/run.ts';
import type { ProcessRequest } from '../run/supervisor.ts';

/** What one Argo CD is started with. */
export interface ArgoCdPlan {
  /** The cluster that it runs on. */
  readonly cluster: string;
  readonly namespace: string;
  /** Of its own cluster. */
  readonly kubeconfig: string;
  readonly ports: ArgoCdPorts;
  /** A folder of its own. */
  readonly folder: string;
  /** PATH of the repository server: kustomize and helm of the rehearsal, git of the system. */
  readonly path: string;
}

export const argoCdPortNames = [
  'redis',
  'repoServer',
  'repoServerMetrics',
  'controllerMetrics',
  'setsMetrics',
  'setsProbe',
  'setsWebhook',
] as const;
export type ArgoCdPorts = Readonly<Record<(typeof argoCdPortNames)[number], number>>;

/** Makes the folders, and a folder of links to the tools that Argo CD looks up on its PATH. */
export async function makeArgoCdFolder(run: Run, folder: string): Promise<string> {
  const tools = join(folder, 'bin');
  await mkdir(join(folder, 'plugins'), { recursive: true });
  await Promise.all([
    mkdir(join(folder, 'gpg'), { mode: 0o700 }),
    mkdir(join(folder, 'tls')),
    mkdir(join(folder, 'ssh')),
    mkdir(tools),
  ]);
  for (const tool of ['kustomize', 'helm'] as const)
    await symlink(run.programs.path(tool), join(tools, tool));
  return `${tools}:${process.env['PATH'] ?? ''}`;
}

export function redisProcess(run: Run, { cluster, ports }: ArgoCdPlan): ProcessRequest {
  return {
    name: `${cluster}/argocd-redis`,
    file: run.programs.path('miniredis'),
    args: [`127.0.0.1:${ports.redis}`],
  };
}

export function repoServerProcess(run: Run, plan: ArgoCdPlan): ProcessRequest {
  const { ports } = plan;
  return component(run, plan, 'repo-server', [
    '--address=127.0.0.1',
    `--port=${ports.repoServer}`,
    '--metrics-address=127.0.0.1',
    `--metrics-port=${ports.repoServerMetrics}`,
    `--redis=127.0.0.1:${ports.redis}`,
    '--disable-tls',
  ]);
}

export function controllerProcess(run: Run, plan: ArgoCdPlan): ProcessRequest {
  const { namespace, ports } = plan;
  return component(run, plan, 'application-controller', [
    `--namespace=${namespace}`,
    `--redis=127.0.0.1:${ports.redis}`,
    `--repo-server=127.0.0.1:${ports.repoServer}`,
    '--repo-server-plaintext',
    `--metrics-port=${ports.controllerMetrics}`,
  ]);
}

export function applicationSetsProcess(run: Run, plan: ArgoCdPlan): ProcessRequest {
  const { namespace, ports } = plan;
  return component(run, plan, 'applicationset-controller', [
    `--namespace=${namespace}`,
    `--argocd-repo-server=127.0.0.1:${ports.repoServer}`,
    '--repo-server-plaintext',
    `--metrics-addr=127.0.0.1:${ports.setsMetrics}`,
    `--probe-addr=127.0.0.1:${ports.setsProbe}`,
    `--webhook-addr=127.0.0.1:${ports.setsWebhook}`,
  ]);
}

/** One program is all components; the variables that move files away from fixed places are as in Argo CD's Procfile. */
function component(
  run: Run,
  { cluster, kubeconfig, folder, path }: ArgoCdPlan,
  name: ArgoCdComponent,
  args: readonly string[],
): ProcessRequest {
  return {
    name: `${cluster}/argocd-${name}`,
    file: run.programs.path('argocd'),
    args,
    environment: {
      ARGOCD_BINARY_NAME: `argocd-${name}`,
      PATH: path,
      KUBECONFIG: kubeconfig,
      // `https://kubernetes.default.svc` is then what the kubeconfig says.
      ARGOCD_FAKE_IN_CLUSTER: 'true',
      // A shard is read from the number at its end.
      HOSTNAME: `argocd-${name}-0`,
      ARGOCD_TLS_DATA_PATH: join(folder, 'tls'),
      ARGOCD_SSH_DATA_PATH: join(folder, 'ssh'),
      ARGOCD_GPG_ENABLED: 'false',
      ARGOCD_GNUPGHOME: join(folder, 'gpg'),
      ARGOCD_GPG_DATA_PATH: join(folder, 'gpg'),
      ARGOCD_PLUGINSOCKFILEPATH: join(folder, 'plugins'),
      ARGOCD_ASK_PASS_SOCK: join(folder, 'ask-pass.sock'),
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
      // Memory is cheaper than the fifth of a processor that collecting garbage takes otherwise.
      GOGC: '400',
      ...knobsOf(name),
    },
  };
}
