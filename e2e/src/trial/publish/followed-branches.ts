import type { ResolvedFleet } from '@seatrial/compiler';
import { servedRevision } from '../../stand-in/commits.ts';

/** Each revision that the engine follows in the fleet's repository, with the branch that it is pushed to. */
export function followedBranches(fleet: ResolvedFleet): ReadonlyMap<string, string> {
  const revisions = new Set([
    ...fleet.placements.map(({ revision }) => revision),
    ...fleet.argoCd.instances.map(({ revision }) => revision),
  ]);
  return new Map([...revisions].map((revision) => [revision, branchOf(revision)]));
}

function branchOf(revision: string): string {
  // The default branch of the rehearsal's repositories.
  return revision === 'HEAD' ? 'main' : servedRevision(revision.replace(/^refs\/heads\//u, ''));
}
