import type { Kubernetes, ObjectRef } from '../kubernetes/kubernetes.ts';
import type { Run } from '../run/run.ts';

/** What a time or a fact stands for. On the control plane no packets flow and pods are modelled. */
export type Plane = 'control plane' | 'data plane';

/** Brings the clusters of a fleet up, with Argo CD, and takes them away again. */
export interface Provider {
  readonly name: 'local' | 'kind' | 'existing';
  readonly plane: Plane;
  /** @throws Infrastructure, with what was tried, and after everything half made is gone. */
  open(request: LabRequest, run: Run): Promise<Lab>;
}

export interface LabRequest {
  readonly fleet: string;
  readonly clusters: readonly ClusterRequest[];
  readonly argoCds: readonly ArgoCdRequest[];
  /** Containers that pods of the fleet name by image, as far as the data plane needs them. */
  readonly images: readonly string[];
}

export interface ClusterRequest {
  readonly name: string;
  /** Minor version that the model names: `1.29`. */
  readonly kubernetes: string;
  readonly region?: string;
  readonly storageClasses: readonly string[];
  /** Namespaces that the fleet brings or fills there, but for those that every cluster has. */
  readonly namespaces: readonly string[];
  /** Objects that the fleet puts there outside of those namespaces, or that belong to none. */
  readonly shared: readonly ObjectRef[];
  /** API groups that the fleet defines there. */
  readonly groups: readonly string[];
  /** The fleet brings Gatekeeper here: its real code is run beside the cluster. */
  readonly gatekeeper: boolean;
  /** The fleet brings External Secrets here: its real code is run beside the cluster. */
  readonly externalSecrets: boolean;
}

export interface ArgoCdRequest {
  /** The cluster that it runs on. */
  readonly cluster: string;
  /** Its namespace. */
  readonly namespace: string;
  /** Clusters that it syncs, other than its own, with the labels that the fleet gives to their secrets. */
  readonly manages: readonly { readonly name: string; readonly labels: Readonly<Record<string, string>> }[];
}

export interface Lab {
  readonly plane: Plane;
  readonly clusters: ReadonlyMap<string, LabCluster>;
  readonly argoCds: readonly LabArgoCd[];
  readonly git: GitServer;
  readonly charts: ChartServer;
  /** What the lab itself puts in the place of something: versions, operators. */
  readonly standIns: readonly StandIn[];
  /** Settings of Argo CD that the lab changed, for the report. */
  readonly knobs: readonly Knob[];
  /** Image that stands in for those of the fleet, where containers run. */
  readonly probeImage?: string;
  /** Versions of what runs: `{ 'Argo CD': '3.4.2', 'Kubernetes of eu-west-1': '1.29.15' }`. */
  readonly versions: Readonly<Record<string, string>>;
  /** How to look inside, for `--keep`: commands, one a line. */
  readonly lookInside: readonly string[];
  /** Leaves what runs as it is, for `--keep`: closes only the connections, which would keep this process from ending. */
  letGo(): void;
  close(): Promise<void>;
}

/** A setting that a rehearsal changes so that it does not spend its time waiting: what happens stays, only how soon differs. */
export interface Knob {
  readonly name: string;
  readonly value: string;
  /** What holds where nobody says anything. */
  readonly usual: string;
}

/** One row of the report's stand-in table. */
export interface StandIn {
  /** `image`, `repository`, `deadline`, … */
  readonly what: string;
  /** Where: `luneo-prod-eu-west-1`, `all placements`. */
  readonly where: string;
  readonly real: string;
  readonly standIn: string;
  readonly why: string;
}

export interface LabCluster {
  readonly name: string;
  /** The model's minor version and the exact one that runs: they differ where another stood in. */
  readonly version: { readonly wanted: string; readonly used: string };
  readonly kubernetes: Kubernetes;
  /** Absolute path of an administrator's kubeconfig. */
  readonly kubeconfig: string;
  /** What a drill does to the API server. Each resolves when it has taken effect. */
  readonly apiServer: {
    /** The process ends at once; nothing answers. */
    kill(): Promise<void>;
    /** It hangs: connections are taken and never answered. */
    freeze(): Promise<void>;
    thaw(): Promise<void>;
    /** Starts it again after {@link kill}, with the data it had. Resolves when it is ready. */
    revive(): Promise<void>;
    /** It lives and serves its own cluster, but neither Argo CD nor the rehearsal's detector reaches it. */
    cutOff(): Promise<void>;
    reconnect(): Promise<void>;
    /** An own way in, that {@link cutOff} does not close: for looking at both sides of a partition. */
    readonly behindTheCut: Kubernetes;
  };
  readonly gatekeeper?: Operator & {
    /** What the fleet's webhook configurations get as `clientConfig` (`caBundle` in base64). */
    readonly webhook: { readonly url: string; readonly caBundle: string };
  };
  readonly externalSecrets?: Operator;
  /**
   * Asks a public host of this cluster for a path, as a client does: through the Service behind the host's Ingress to a pod.
   * Gives the HTTP status, undefined when nobody answers in time. Absent on the control plane: no packets flow there.
   */
  readonly http?: (host: string, path: string, milliseconds: number) => Promise<number | undefined>;
  /** The last lines of what its processes or containers wrote, those that name `about` first. */
  logs(about?: string): Promise<string>;
}

/** Something that runs beside a cluster, and that a proof may take away for a while. */
export interface Operator {
  kill(): Promise<void>;
  /** Resolves when it works again. */
  start(): Promise<void>;
}

export interface LabArgoCd {
  /** The cluster it runs on. */
  readonly cluster: string;
  readonly namespace: string;
  readonly kubernetes: Kubernetes;
  readonly controller: Operator;
  readonly repoServer: Operator;
  readonly applicationSets: Operator;
  /** Lines of its components that name `about` (an Application), newest last. */
  logs(about?: string): Promise<string>;
}

export interface GitServer {
  /** Address of a repository as the engine sees it; `name` without `.git`. */
  url(name: string): string;
  /** The same, as this process sees it. */
  localUrl(name: string): string;
  /** Makes an empty repository to push to. */
  create(name: string): Promise<void>;
  /** The server goes away: connections are refused. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Stands in for Helm repositories. */
export interface ChartServer {
  /** Address of a repository as the engine sees it. */
  url(repository: string): string;
  /** Serves a packaged chart, under `url(repository)`. `files`: paths inside the chart to their text. */
  publish(
    repository: string,
    chart: {
      readonly name: string;
      readonly version: string;
      readonly files: Readonly<Record<string, string>>;
    },
  ): Promise<void>;
}
