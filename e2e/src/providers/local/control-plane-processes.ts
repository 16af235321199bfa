import { autoscalerKnob, autoscalerPeriod } from '../../lab/autoscaler-knob.ts';
import type { Knob } from '../../lab/lab.ts';
import type { Programs } from '../../run/programs.ts';
import type { ProcessRequest } from '../../run/supervisor.ts';
import type { ClusterFiles } from './cluster-files.ts';

/** Ports of one cluster, all on loopback. */
export type ClusterPorts = Readonly<
  Record<'etcd' | 'etcdPeer' | 'apiServer' | 'proxy' | 'controllerManager' | 'scheduler' | 'kwok', number>
>;

export interface ClusterPlan {
  readonly name: string;
  /** The minor version that runs. */
  readonly minor: string;
  readonly ports: ClusterPorts;
  readonly files: ClusterFiles;
  /** Path of the stages that say what nodes, pods and volumes do. */
  readonly stages: string;
}

const loopback = '127.0.0.1';

/** Kubernetes' own default; also the first address of it is in the API server's certificate. */
const serviceRange = '10.0.0.0/24';

export function etcdProcess(programs: Programs, { name, ports, files }: ClusterPlan): ProcessRequest {
  const client = `http://${loopback}:${ports.etcd}`;
  const peer = `http://${loopback}:${ports.etcdPeer}`;
  return {
    name: `${name}/etcd`,
    file: programs.path('etcd'),
    args: [
      `--data-dir=${files.folder}/etcd`,
      `--listen-client-urls=${client}`,
      `--advertise-client-urls=${client}`,
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=default=${peer}`,
      // What is lost with the machine is not missed.
      '--unsafe-no-fsync',
      '--log-level=warn',
    ],
  };
}

/**
 * Without an address to advertise it looks for a default route; a loopback one is no valid endpoint, so there is no
 * endpoint of the `kubernetes` service.
 */
export function apiServerProcess(programs: Programs, plan: ClusterPlan): ProcessRequest {
  const { name, minor, ports, files } = plan;
  return {
    name: `${name}/kube-apiserver`,
    file: programs.path(`kube-apiserver-${minor}`),
    args: [
      `--etcd-servers=http://${loopback}:${ports.etcd}`,
      `--bind-address=${loopback}`,
      `--advertise-address=${loopback}`,
      '--endpoint-reconciler-type=none',
      `--secure-port=${ports.apiServer}`,
      `--service-cluster-ip-range=${serviceRange}`,
      '--authorization-mode=Node,RBAC',
      '--allow-privileged=true',
      `--client-ca-file=${files.paths.ca}`,
      `--tls-cert-file=${files.paths.certificate}`,
      `--tls-private-key-file=${files.paths.key}`,
      `--service-account-key-file=${files.paths.verifyingKey}`,
      `--service-account-signing-key-file=${files.paths.signingKey}`,
      '--service-account-issuer=https://kubernetes.default.svc',
      `--requestheader-client-ca-file=${files.paths.ca}`,
      '--requestheader-allowed-names=front-proxy-client',
      '--requestheader-username-headers=X-Remote-User',
      '--requestheader-group-headers=X-Remote-Group',
      '--requestheader-extra-headers-prefix=X-Remote-Extra-',
      `--proxy-client-cert-file=${files.paths.proxyCertificate}`,
      `--proxy-client-key-file=${files.paths.proxyKey}`,
    ],
    // Collecting garbage half as often; more, and eight clusters would need too much memory.
    environment: { GOGC: '200' },
  };
}

/** Modelled pods of a node that was taken for lost never become ready again: longer than any API server is away. */
const nodePatience = '10m';

/** What is set so that a rehearsal does not spend its time waiting. */
export const controlPlaneKnobs: readonly Knob[] = [
  autoscalerKnob,
  {
    name: 'kube-controller-manager: how long a node that says nothing is taken for well (--node-monitor-grace-period)',
    value: nodePatience,
    usual: '40s',
  },
];

export function controllerManagerProcess(programs: Programs, plan: ClusterPlan): ProcessRequest {
  const { name, minor, ports, files } = plan;
  return {
    name: `${name}/kube-controller-manager`,
    file: programs.path(`kube-controller-manager-${minor}`),
    args: [
      ...componentArguments(plan, ports.controllerManager),
      `--root-ca-file=${files.paths.ca}`,
      `--service-account-private-key-file=${files.paths.signingKey}`,
      `--horizontal-pod-autoscaler-sync-period=${autoscalerPeriod}`,
      `--node-monitor-grace-period=${nodePatience}`,
    ],
  };
}

export function schedulerProcess(programs: Programs, plan: ClusterPlan): ProcessRequest {
  return {
    name: `${plan.name}/kube-scheduler`,
    file: programs.path(`kube-scheduler-${plan.minor}`),
    args: componentArguments(plan, plan.ports.scheduler),
  };
}

function componentArguments({ files }: ClusterPlan, port: number): string[] {
  return [
    `--kubeconfig=${files.kubeconfig}`,
    '--leader-elect=false',
    `--bind-address=${loopback}`,
    `--secure-port=${port}`,
    // Its own would be made with RSA, which takes a while.
    `--tls-cert-file=${files.paths.certificate}`,
    `--tls-private-key-file=${files.paths.key}`,
    '--authorization-always-allow-paths=/healthz,/readyz,/livez,/metrics',
    '--kube-api-qps=300',
    '--kube-api-burst=600',
  ];
}

export function kwokProcess(programs: Programs, { name, ports, files, stages }: ClusterPlan): ProcessRequest {
  return {
    name: `${name}/kwok`,
    file: programs.path('kwok'),
    args: [
      `--kubeconfig=${files.kubeconfig}`,
      `--config=${stages}`,
      '--manage-all-nodes=true',
      `--server-address=${loopback}:${ports.kwok}`,
      `--node-ip=${loopback}`,
      '--cidr=10.1.0.0/16',
      // One that is started again has another identity, and plays no pods of a node before the old lease has run out.
      '--node-lease-duration-seconds=4',
    ],
  };
}

/** What Argo CD and the rehearsal's detector reach the API server by: frozen, it cuts both off. */
export function proxyProcess(program: string, { name, ports }: ClusterPlan): ProcessRequest {
  return {
    name: `${name}/proxy`,
    file: process.execPath,
    args: [program, `${loopback}:${ports.proxy}`, `${loopback}:${ports.apiServer}`],
  };
}
