/** What is declared of the data of a drill. Milliseconds. */
export interface DataRules {
  /** The writer's writes arrive at the other side this often. */
  readonly replicateEvery: number;
  /** A writer that has not heard for this long that the epoch is still its own stops by itself. */
  readonly lease: number;
  /** Writes that a failover may lose, by how long they took to be made. */
  readonly lossAllowed: number;
}

export const dataRules: DataRules = { replicateEvery: 100, lease: 1000, lossAllowed: 2000 };

/** A write that its client was told is safe. */
export interface Acknowledged {
  readonly at: number;
  readonly cluster: string;
  readonly epoch: number;
}

export type Promotion =
  | { readonly answer: 'promoted'; readonly lost: readonly Acknowledged[] }
  /** The same cluster has this epoch already: nothing changes. */
  | { readonly answer: 'already' }
  | { readonly answer: 'refused'; readonly why: string };

/**
 * The data of a drill: a counter on two sides, with one writer an epoch. Who has which epoch is in a register that both
 * sides ask (a global database's control plane, a lease in a third place). A side that is cut off from it cannot learn of
 * a new epoch, and goes on until its lease has run out: who promotes the other side earlier has two writers. Replication
 * is asynchronous. Times are given by whoever calls, in order.
 */
export interface ReplicatedCounter {
  readonly epoch: number;
  readonly writer: string;
  readonly acknowledged: readonly Acknowledged[];
  /** Writes that were acknowledged and are in no copy that counts. */
  readonly lost: readonly Acknowledged[];
  /** Writes that were acknowledged under an epoch after a younger one was promoted: two writers. */
  readonly rivals: readonly Acknowledged[];
  /** Replicates and renews leases, as far as that is due. */
  advance(at: number): void;
  /** Undefined: acknowledged. Else why it was refused. */
  write(cluster: string, at: number): string | undefined;
  /** The writer may not write any more under this epoch; one that is cut off does not hear it. */
  revoke(at: number): void;
  /** Milliseconds of the run's clock until which a writer that is cut off, or was not revoked, may still write. */
  mayWriteUntil(): number;
  promote(cluster: string, epoch: number, at: number): Promotion;
  /** The side no longer reaches the other side, nor the register. */
  cut(cluster: string, at: number): void;
  join(cluster: string, at: number): void;
  /** Holds the replication up, with everything else as it was. */
  stall(stalled: boolean, at: number): void;
  /** What the side has not got of the writer: for a pair that was cut, as it was then. */
  behind(cluster: string, at: number): Behind;
}

export interface Behind {
  readonly writes: number;
  readonly milliseconds: number;
}

interface Side {
  log: Acknowledged[];
  /** The epoch that it writes under; undefined: it knows that it is not the writer. */
  holds: number | undefined;
  linked: boolean;
  /** When it last asked the register. */
  heard: number;
}

export function newReplicatedCounter(
  [one, other]: readonly [string, string],
  firstWriter: string,
  startedAt: number,
  rules: DataRules = dataRules,
): ReplicatedCounter {
  const side = (cluster: string): Side => ({
    log: [],
    holds: cluster === firstWriter ? 1 : undefined,
    linked: true,
    heard: startedAt,
  });
  const sides = new Map([one, other].map((cluster) => [cluster, side(cluster)]));
  const acknowledged: Acknowledged[] = [];
  const lost: Acknowledged[] = [];
  const rivals: Acknowledged[] = [];
  let epoch = 1;
  let writer = firstWriter;
  let revoked = false;
  let stalled = false;
  let behindAtCut: Behind | undefined;
  let next = startedAt + rules.replicateEvery;

  const sideOf = (cluster: string): Side => {
    const found = sides.get(cluster);
    if (found === undefined) throw new Error(`${cluster} holds none of the data`);
    return found;
  };
  const replicaOf = (cluster: string): string => (cluster === one ? other : one);
  const linked = (): boolean => [...sides.values()].every((each) => each.linked);

  function replicate(at: number): void {
    for (const each of sides.values()) if (each.linked) each.heard = at;
    if (linked() && !stalled) sideOf(replicaOf(writer)).log = [...sideOf(writer).log];
  }

  function missing(cluster: string, at: number): Behind {
    const writes = cluster === writer ? [] : sideOf(writer).log.slice(sideOf(cluster).log.length);
    return { writes: writes.length, milliseconds: writes[0] === undefined ? 0 : at - writes[0].at };
  }

  /** Why a side does not take a write. */
  function refusal(cluster: string, at: number): string | undefined {
    const { holds, linked: hears, heard } = sideOf(cluster);
    if (holds === undefined) return `epoch ${epoch} is that of ${writer}`;
    if (hears && revoked) return `epoch ${epoch} is revoked`;
    if (!hears && at - heard > rules.lease) return `the lease of epoch ${holds} has run out`;
    return undefined;
  }

  function advance(at: number): void {
    for (; next <= at; next += rules.replicateEvery) replicate(next);
  }

  return {
    get epoch() {
      return epoch;
    },
    get writer() {
      return writer;
    },
    acknowledged,
    lost,
    rivals,
    advance,
    write(cluster, at) {
      advance(at);
      const refused = refusal(cluster, at);
      if (refused !== undefined) return refused;
      const { log, holds = epoch } = sideOf(cluster);
      const write = { at, cluster, epoch: holds };
      log.push(write);
      acknowledged.push(write);
      if (holds < epoch) {
        rivals.push(write);
        lost.push(write);
      }
      return undefined;
    },
    revoke(at) {
      advance(at);
      revoked = true;
    },
    mayWriteUntil() {
      const { linked: hears, heard } = sideOf(writer);
      if (hears) return revoked ? 0 : Number.POSITIVE_INFINITY;
      return heard + rules.lease;
    },
    promote(cluster, wanted, at) {
      advance(at);
      if (wanted < epoch) return { answer: 'refused', why: `epoch ${wanted} is older than ${epoch}` };
      if (wanted === epoch && cluster !== writer)
        return { answer: 'refused', why: `epoch ${epoch} is that of ${writer}` };
      if (wanted === epoch) return { answer: 'already' };
      const left = cluster === writer ? [] : sideOf(writer).log.slice(sideOf(cluster).log.length);
      lost.push(...left);
      if (cluster !== writer && sideOf(writer).linked) sideOf(writer).holds = undefined;
      [epoch, writer, revoked] = [wanted, cluster, false];
      sideOf(cluster).holds = wanted;
      replicate(at);
      return { answer: 'promoted', lost: left };
    },
    cut(cluster, at) {
      advance(at);
      if (linked()) behindAtCut = missing(replicaOf(writer), at);
      sideOf(cluster).linked = false;
    },
    join(cluster, at) {
      advance(at);
      const joined = sideOf(cluster);
      joined.linked = true;
      if (cluster !== writer) joined.holds = undefined;
      if (linked()) behindAtCut = undefined;
      replicate(at);
    },
    stall(wanted, at) {
      advance(at);
      stalled = wanted;
    },
    behind(cluster, at) {
      advance(at);
      return cluster === writer ? { writes: 0, milliseconds: 0 } : (behindAtCut ?? missing(cluster, at));
    },
  };
}
