import type { KubernetesObject } from '@seatrial/compiler';
import type { Watched } from '../kubernetes/kubernetes.ts';
import type { LabCluster } from '../lab/lab.ts';
import type { Run } from '../run/run.ts';
import type { Changes } from '../run/wait.ts';
import { isAnswering } from './answering.ts';
import { probeInterval, probeTimeout } from './detector.ts';
import type { Entry } from './entry.ts';
import type { Floor } from './floors.ts';
import type { LaneSample, Sample } from './lanes.ts';
import type { PublicHost } from './takeover-plan.ts';

/**
 * The probe of who serves. It looks at both clusters by ways that no partition closes, so it sees more than the drill
 * does; a cluster whose API server is dead is taken to be as it was last seen, because pods run on without it.
 */
export interface Serving extends Changes {
  /** Somebody who comes for the host would find something ready there. */
  answers(cluster: string, host: string): boolean;
  /** The entry sends clients of the host there, and it answers them. */
  serves(cluster: string, host: string): boolean;
  /** The probe itself reaches the API server. */
  sees(cluster: string): boolean;
  /** The live workload of a floor, as last seen. */
  workload(cluster: string, floor: Floor): KubernetesObject | undefined;
  /** One every 200 ms, and one at every change. */
  readonly samples: readonly Sample[];
  stop(): void;
}

interface Eye {
  readonly cluster: LabCluster;
  readonly ingresses: Watched;
  readonly endpointSlices: Watched;
  readonly workloads: readonly Watched[];
  sees: boolean;
  /** Hosts that answered over HTTP at the last try; undefined where there is no way to try. */
  answered: ReadonlySet<string> | undefined;
}

export async function startServing(
  run: Run,
  clusters: readonly LabCluster[],
  hosts: readonly PublicHost[],
  entry: Entry,
  standing: (cluster: string) => Pick<LaneSample, 'reached' | 'fenced'>,
): Promise<Serving> {
  const eyes = new Map(clusters.map((cluster) => [cluster.name, openEye(cluster)]));
  const samples: Sample[] = [];
  const listeners = new Set<() => void>();

  const answers = (cluster: string, host: string): boolean => {
    const eye = eyes.get(cluster);
    if (eye === undefined || eye.answered?.has(host) === false) return false;
    return isAnswering(host, { ingresses: eye.ingresses.all(), endpointSlices: eye.endpointSlices.all() });
  };
  const serves = (cluster: string, host: string): boolean =>
    entry.sends(host, cluster) && answers(cluster, host);

  function sample(): void {
    const at = run.clock.now();
    const lanes = [...eyes].map(([name, { sees }]) => {
      const serving = hosts.filter(({ host }) => serves(name, host)).map(({ host }) => host);
      return [name, { seen: sees, serving, ...standing(name) }] as const;
    });
    samples.push({ at, clusters: Object.fromEntries(lanes) });
    for (const listener of listeners) listener();
  }

  async function look(): Promise<void> {
    await Promise.all(
      [...eyes.values()].map(async (eye) => {
        const { cluster } = eye;
        const [sees, answered] = await Promise.all([
          cluster.apiServer.behindTheCut.isReady(probeTimeout),
          httpAnswers(cluster, hosts),
        ]);
        eye.sees = sees;
        eye.answered = answered;
      }),
    );
    sample();
  }

  const watches = [...eyes.values()].flatMap((eye) => [eye.ingresses, eye.endpointSlices, ...eye.workloads]);
  await Promise.all(watches.map(({ synced }) => synced));
  await look();
  const stops = [entry, ...watches].map((change) => change.onChange(sample));
  let looking = false;
  const timer = setInterval(() => {
    if (looking) return;
    looking = true;
    void look().finally(() => (looking = false));
  }, probeInterval);

  return {
    answers,
    serves,
    sees: (cluster) => eyes.get(cluster)?.sees ?? false,
    workload: (cluster, { kind, name, namespace }) =>
      eyes
        .get(cluster)
        ?.workloads.find((watched) => watched.kind.kind === kind)
        ?.get(name, namespace),
    samples,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      clearInterval(timer);
      for (const stop of stops) stop();
      for (const watch of watches) watch.close();
    },
  };
}

function openEye(cluster: LabCluster): Eye {
  const { behindTheCut } = cluster.apiServer;
  return {
    cluster,
    ingresses: behindTheCut.watch({ apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' }),
    endpointSlices: behindTheCut.watch({ apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice' }),
    workloads: ['Deployment', 'StatefulSet'].map((kind) =>
      behindTheCut.watch({ apiVersion: 'apps/v1', kind }),
    ),
    sees: true,
    answered: undefined,
  };
}

/** A pod that needs longer does not serve. */
const answerMilliseconds = 1000;

async function httpAnswers(
  cluster: LabCluster,
  hosts: readonly PublicHost[],
): Promise<ReadonlySet<string> | undefined> {
  const { http } = cluster;
  if (http === undefined) return undefined;
  const answered = await Promise.all(
    hosts.map(async ({ host, path }) => {
      const status = await http(host, path, answerMilliseconds);
      return status !== undefined && status < 400 ? [host] : [];
    }),
  );
  return new Set(answered.flat());
}
