import type { DrillLog } from './drill-log.ts';
import type { Ground } from './ground.ts';
import { doubleActive } from './lanes.ts';

/** Point 9 of the checklist, and 10 after a return: what the clients and the data went through between two moments. */
export function balance(
  ground: Ground,
  log: DrillLog,
  {
    from,
    lostBefore,
    lossAllowed,
    when = '',
  }: {
    /** Moment of the run's clock. */
    readonly from: number;
    /** How many writes were lost before it. */
    readonly lostBefore: number;
    /** Milliseconds of writes. */
    readonly lossAllowed: number;
    /** `after the return`: where a drill has more than one balance. */
    readonly when?: string;
  },
): void {
  const { trial, serving, data } = ground;
  const suffix = when === '' ? '' : ` ${when}`;
  const now = trial.run.clock.now();
  const both = doubleActive(serving.samples, from, now);
  log.measure(`double-active${suffix}`, both.seen + both.possible, 'ms');
  if (both.seen > 0)
    log.against(`for ${Math.round(both.seen)} ms clients of one host were served by both clusters`);
  if (both.possible > 0)
    log.against(
      `for ${Math.round(both.possible)} ms clients of one host were sent to both clusters, one of which nobody could see`,
    );
  const rivals = data.rivals.filter(({ at }) => at >= from);
  if (rivals.length > 0)
    log.against(`${rivals.length} writes were taken under an epoch that was over: two writers`);
  const lost = data.lost.slice(lostBefore);
  const [first, last] = [lost[0], lost.at(-1)];
  const span = first === undefined || last === undefined ? 0 : last.at - first.at;
  log.measure(`writes lost${suffix}`, lost.length, 'writes');
  log.measure(`span of the lost writes${suffix}`, span, 'ms');
  if (span > lossAllowed || (lossAllowed === 0 && lost.length > 0))
    log.against(
      `${lost.length} acknowledged writes of ${Math.round(span)} ms are lost, and ${lossAllowed} ms may be`,
    );
  const { longest, count } = gap(data.acknowledged, from, now);
  log.measure(`longest time without a write${suffix}`, longest, 'ms');
  log.step(
    9,
    'Balance',
    `${count} writes were acknowledged and ${lost.length} of them lost; ${Math.round(longest)} ms passed without one; both clusters served for ${Math.round(both.seen)} ms`,
  );
}

function gap(
  acknowledged: Ground['data']['acknowledged'],
  from: number,
  to: number,
): { longest: number; count: number } {
  const times = acknowledged.map(({ at }) => at).filter((at) => at >= from);
  const ends = [from, ...times, to];
  const gaps = ends.slice(1).map((at, index) => at - (ends[index] ?? at));
  return { longest: Math.max(0, ...gaps), count: times.length };
}
