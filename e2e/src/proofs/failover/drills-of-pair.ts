import { drill, type DrillLog } from '../../drills/drill-log.ts';
import { failBack } from '../../drills/failback-drill.ts';
import { failOverAndRepeat } from '../../drills/failover-drill.ts';
import type { Ground } from '../../drills/ground.ts';
import { killed } from '../../drills/lose-cluster.ts';
import { bothActive } from '../../drills/negative/both-active.ts';
import { brokenStandby } from '../../drills/negative/broken-standby.ts';
import { flapping } from '../../drills/negative/flapping.ts';
import { gitDown } from '../../drills/negative/git-down.ts';
import { partition } from '../../drills/negative/partition.ts';
import { returnOf } from '../../drills/return-drill.ts';
import { failedOver, revertAndRaise, rolledBack } from '../../drills/rollback.ts';
import type { Pair } from '../../drills/swap-roles.ts';
import { NotProvenHere } from '../../run/outcome-errors.ts';
import type { Claim } from '../../trial/claim.ts';
import type { Notes } from '../../trial/trial.ts';

/** One claim of a pair and the drill that shows it. */
export interface PairDrill {
  readonly claim: Claim;
  run(ground: Ground, claim: Claim, notes: Notes): Promise<void>;
}

/** The drills of one pair, in an order in which each finds what it needs: what breaks nothing first, the failback last. */
export function drillsOf({ active, standby }: Pair): readonly PairDrill[] {
  const id = `failover/${active}-to-${standby}`;
  const claimOf = (suffix: string, sentence: string): Claim => ({
    id: `${id}${suffix}`,
    kind: 'failover',
    sentence,
    cluster: standby,
  });
  const of = (
    suffix: string,
    name: string,
    sentence: string,
    body: (ground: Ground, log: DrillLog) => Promise<void>,
  ): PairDrill => ({
    claim: claimOf(suffix, sentence),
    run(ground, claim, notes) {
      const from = ground.state.active;
      const to = from === active ? standby : active;
      return drill(ground, { name, claim: claim.id, from, to }, notes, (log) => body(ground, log));
    },
  });
  return [
    of(
      '/broken-standby',
      'Broken standby',
      `While ${standby} is not fit to take over, for whichever reason, a failover to it is refused and says why`,
      brokenStandby,
    ),
    of(
      '/both-active',
      'Both claim to be active',
      `While ${active} and ${standby} both claim to be active, nothing is failed over`,
      bothActive,
    ),
    of(
      '',
      `${standby} takes over`,
      `When ${active} is lost, ${standby} takes over: fenced first, data promoted once, at full size, with secrets and policies in force`,
      (ground, log) => failOverAndRepeat(ground, log, { injection: killed(ground, ground.state.active) }),
    ),
    of(
      '/return',
      `${active} returns`,
      `When ${active} returns after a failover, it never serves and becomes the standby`,
      returned,
    ),
    of(
      '/flapping',
      'Flapping primary',
      `A cluster that comes and goes is not failed over for short gaps, and after a failover nothing goes back by itself`,
      flapping,
    ),
    of(
      '/git-down',
      'Git is away',
      `When git is away while the active one of ${active} and ${standby} is lost, the failover stops in a safe state and goes on when git is back`,
      gitDown,
    ),
    of(
      '/partition',
      'Partition',
      `When ${active} is cut off and lives on, ${standby} takes over, and at no moment two of them serve clients or write`,
      partition,
    ),
    of(
      '/failback',
      `Back to ${active}`,
      `A planned failback from ${standby} to ${active} loses no write and never has two that serve`,
      async (ground, log) => {
        failedOver(ground);
        await failBack(ground, log, (plan) => revertAndRaise(ground, log, plan));
      },
    ),
    {
      claim: claimOf(
        '/rollback',
        `A revert of the failover commit brings back what git had before it, and the old epoch in it is refused`,
      ),
      run: (ground, _claim, notes) => rolledBack(ground, notes),
    },
  ];
}

/** Needs a cluster that a failover has left behind. */
async function returned(ground: Ground, log: DrillLog): Promise<void> {
  const [away] = ground.state.lost;
  if (away === undefined)
    throw new NotProvenHere('no failover came to its end before, so there is nothing that could return');
  await returnOf(ground, away, log, killed(ground, away).back);
}
