import type { FleetModel } from '@seatrial/compiler';
import { Infrastructure, NotProvenHere } from '../run/outcome-errors.ts';
import type { LabCluster } from '../lab/lab.ts';
import type { Published, Trial } from '../trial/trial.ts';
import { probeTimeout, startDetector, type Detector } from './detector.ts';
import { newEntry, type Entry } from './entry.ts';
import { forbiddenObject, type Forbidden } from './forbidden-object.ts';
import { startPromotions, type Promotions } from './promotions.ts';
import { dataRules, newReplicatedCounter, type ReplicatedCounter } from './replicated-counter.ts';
import type { Rollback } from './rollback.ts';
import { startServing, type Serving } from './serving.ts';
import type { Pair } from './swap-roles.ts';
import { planTakeover, type PublicHost, type TakeoverPlan } from './takeover-plan.ts';
import { startWriter, type Writer } from './writer.ts';

/** What all drills of one pair stand on: the rehearsal's own entry and data, its eyes, and how things are at the moment. */
export interface Ground {
  readonly trial: Trial;
  readonly pair: Pair;
  readonly clusters: readonly [LabCluster, LabCluster];
  readonly hosts: readonly PublicHost[];
  readonly entry: Entry;
  readonly data: ReplicatedCounter;
  readonly serving: Serving;
  readonly writer: Writer;
  readonly promotions: Promotions;
  readonly detector: (cluster: string) => Detector;
  /** By cluster, what the fleet's policies refuse there; no entry: they refuse nothing that the drills know to make. */
  readonly forbidden: ReadonlyMap<string, Forbidden>;
  /** What was published before the first drill, and is again after the last. */
  readonly model: FleetModel;
  /** Things that the drills change. */
  readonly state: GroundState;
  /** The next change of hands: from the cluster that is active now to the other one. */
  plan(): TakeoverPlan;
  stop(): void;
}

export interface GroundState {
  /** The cluster that the model in git names as the active one. */
  active: string;
  /** There was a failover, and nobody has said since that the drill may act by itself again. */
  latched: boolean;
  /** Clusters that are down as a whole, with their data and all that writes. */
  readonly lost: Set<string>;
  /** Clusters that may not serve: carried out as far as they could be reached. */
  readonly fenced: Set<string>;
  /** Clusters that were out of reach when they were fenced. */
  readonly pending: Set<string>;
  /** How to take back what is broken on purpose at the moment, by what it is. */
  readonly undo: Map<string, () => Promise<void>>;
  /** What was published before the last failover commit. */
  beforeFailover: Published | undefined;
  rollback: Rollback | undefined;
  /** A drill ended in its midst: nobody knows how things are. */
  broken: boolean;
}

/** @throws NotProvenHere for a pair in which nobody could see who serves */
export async function openGround(trial: Trial, pair: Pair): Promise<Ground> {
  const { run, subject } = trial;
  const first = planTakeover(subject, pair, { from: pair.active, to: pair.standby, epoch: 2 });
  if (first === undefined)
    throw new NotProvenHere(
      `no host of ${pair.active} is one of ${pair.standby} after a failover, so nobody could see who serves: give a workload an ingress per role`,
    );
  const clusters = [trial.cluster(pair.active), trial.cluster(pair.standby)] as const;
  const names = [pair.active, pair.standby] as const;
  const { hosts } = first;
  const state: GroundState = {
    active: pair.active,
    latched: false,
    lost: new Set(),
    fenced: new Set(),
    pending: new Set(),
    undo: new Map(),
    beforeFailover: undefined,
    rollback: undefined,
    broken: false,
  };
  const forbidden = new Map<string, Forbidden>();
  for (const [cluster, placements] of [
    [pair.active, first.before.from],
    [pair.standby, first.before.to],
  ] as const) {
    const objects = placements.flatMap((placement) => placement.objects.map(({ object }) => object));
    const found = await forbiddenObject(subject, cluster, objects);
    if (found !== undefined) forbidden.set(cluster, found);
  }
  const entry = newEntry(hosts.map(({ host }) => host));
  for (const { host } of hosts) entry.send(host, pair.active);
  const data = newReplicatedCounter(names, pair.active, run.clock.now());
  const detectors = new Map<string, Detector>();
  const serving = await startServing(run, clusters, hosts, entry, (cluster) => ({
    reached: detectors.get(cluster)?.answered ?? true,
    fenced: state.fenced.has(cluster),
  }));
  const promotions = await startPromotions(run, clusters, data);
  const writer = startWriter(run, names, { hosts, entry, serving, data }, (cluster) =>
    state.lost.has(cluster),
  );
  for (const cluster of clusters)
    detectors.set(
      cluster.name,
      startDetector(run, () => isWell(cluster, hosts, entry, serving)),
    );
  return {
    trial,
    pair,
    clusters,
    hosts,
    entry,
    data,
    serving,
    writer,
    promotions,
    detector: (cluster) => detectorOf(detectors, cluster),
    forbidden,
    model: trial.published.model,
    state,
    plan() {
      const to = state.active === pair.active ? pair.standby : pair.active;
      const plan = planTakeover(subject, pair, { from: state.active, to, epoch: data.epoch + 1 });
      if (plan === undefined) throw new NotProvenHere(`no host moves from ${state.active} to ${to}`);
      return plan;
    },
    stop() {
      for (const part of [serving, promotions, writer, ...detectors.values()]) part.stop();
    },
  };
}

/** The API server is ready and, where clients are sent there, the application answers them. */
async function isWell(
  cluster: LabCluster,
  hosts: readonly PublicHost[],
  entry: Entry,
  serving: Serving,
): Promise<boolean> {
  if (!(await cluster.kubernetes.isReady(probeTimeout))) return false;
  return hosts.every(({ host }) => !entry.sends(host, cluster.name) || serving.answers(cluster.name, host));
}

function detectorOf(detectors: ReadonlyMap<string, Detector>, cluster: string): Detector {
  const detector = detectors.get(cluster);
  if (detector === undefined) throw new Infrastructure(`nobody watches over ${cluster}`);
  return detector;
}

/** Milliseconds of writes that a failover of these drills may lose. */
export const { lossAllowed } = dataRules;
