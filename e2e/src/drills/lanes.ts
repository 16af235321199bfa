import type { Drill } from '../report/rehearsal.ts';

/** What the probe saw of one cluster at one moment. */
export interface LaneSample {
  /** The probe sees it, by a way that no partition closes. */
  readonly seen: boolean;
  /** The drill reaches it. */
  readonly reached: boolean;
  /** Public hosts whose clients the entry sends there and that have something ready behind them, as last seen. */
  readonly serving: readonly string[];
  readonly fenced: boolean;
}

/** Both clusters at one moment of the run's clock. A sample holds until the next one. */
export interface Sample {
  readonly at: number;
  readonly clusters: Readonly<Record<string, LaneSample>>;
}

type Lane = Drill['lanes'][number];
type Stretch = Lane['stretches'][number];

/** The lanes of the clusters between two moments, stretches of equal state joined. */
export function lanesOf(
  samples: readonly Sample[],
  clusters: readonly string[],
  from: number,
  to: number,
): Lane[] {
  return clusters.map((cluster) => {
    const stretches: Stretch[] = [];
    for (const { begin, end, sample } of spans(samples, from, to)) {
      const state = stateOf(sample.clusters[cluster]);
      const last = stretches.at(-1);
      if (last?.state === state) stretches[stretches.length - 1] = { ...last, to: end };
      else stretches.push({ from: begin, to: end, state });
    }
    return { cluster, stretches };
  });
}

/** A cluster that nobody sees is unreachable, whatever it does; so is one behind a cut, unless the probe sees it serve. */
function stateOf(sample: LaneSample | undefined): Stretch['state'] {
  if (sample === undefined || !sample.seen) return 'unreachable';
  if (sample.serving.length > 0) return 'serving';
  if (!sample.reached) return 'unreachable';
  return sample.fenced ? 'fenced' : 'idle';
}

/** Milliseconds in which clients of one host were sent to two clusters that both had something ready for them. */
export interface DoubleActive {
  /** Both were seen. */
  readonly seen: number;
  /** One of them was out of sight, and had been serving when it was last seen. */
  readonly possible: number;
}

export function doubleActive(samples: readonly Sample[], from: number, to: number): DoubleActive {
  let [seen, possible] = [0, 0];
  for (const stretch of doubleActiveStretches(samples, from, to)) {
    if (stretch.seen) seen += stretch.to - stretch.from;
    else possible += stretch.to - stretch.from;
  }
  return { seen, possible };
}

/** The same as stretches, in their order. */
export function doubleActiveStretches(
  samples: readonly Sample[],
  from: number,
  to: number,
): Drill['doubleActive'] {
  const stretches: Drill['doubleActive'][number][] = [];
  for (const { begin, end, sample } of spans(samples, from, to)) {
    const all = Object.values(sample.clusters);
    const seen = sharesHost(all.filter((one) => one.seen));
    if (!seen && !sharesHost(all)) continue;
    const last = stretches.at(-1);
    if (last?.seen === seen && last.to === begin) stretches[stretches.length - 1] = { ...last, to: end };
    else stretches.push({ from: begin, to: end, seen });
  }
  return stretches;
}

function sharesHost(clusters: readonly LaneSample[]): boolean {
  const hosts = clusters.flatMap(({ serving }) => serving);
  return new Set(hosts).size < hosts.length;
}

function spans(samples: readonly Sample[], from: number, to: number) {
  return samples
    .map((sample, index) => ({
      begin: Math.max(from, sample.at),
      end: Math.min(to, samples[index + 1]?.at ?? to),
      sample,
    }))
    .filter(({ begin, end }) => end > begin);
}
