import { didYouMean, type ResolvedFleet } from '@seatrial/compiler';
import { UserError } from '../workspace/user-error.ts';

/** Who takes over for whom. */
export interface FoundTakeover {
  readonly active: string;
  readonly standby: string;
}

/**
 * The pair in which a cluster is the standby.
 * @throws UserError for a cluster that is none, is in no pair, or is active already
 */
export function findTakeover({ name, clusters, failover }: ResolvedFleet, to: string): FoundTakeover {
  const names = clusters.map((cluster) => cluster.name);
  if (!names.includes(to)) {
    const hint = didYouMean(to, names);
    throw new UserError(`${name} has no cluster "${to}".`, `${hint.charAt(0).toUpperCase()}${hint.slice(1)}`);
  }
  const pair = failover.find(({ standby }) => standby === to);
  if (pair !== undefined) return pair;
  const asActive = failover.find(({ active }) => active === to);
  if (asActive !== undefined) {
    throw new UserError(
      `${to} is active already.`,
      `To hand over to its standby: \`seatrial failover ${name} --to ${asActive.standby}\`.`,
    );
  }
  const standbys = failover.map(({ standby }) => standby);
  throw new UserError(
    `${to} is in no failover pair of ${name}.`,
    standbys.length === 0
      ? 'Name the pairs in `failover:` of the model.'
      : `Clusters that can take over: ${standbys.join(', ')}.`,
  );
}
