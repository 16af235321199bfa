import type { Application, Published } from './trial.ts';
import type { Placement } from '@seatrial/compiler';
import { listAt, textAt } from './field.ts';
import { treeSource } from './application-state.ts';

/**
 * What `status.sync.revision` must be: the commit that was pushed to the placement's branch. A placement of charts
 * without values has no source in the fleet's repository; it follows the version of its chart.
 */
export function wantedRevision(placement: Placement, application: Application, published: Published): string {
  const { object } = application;
  const several = listAt(object, 'spec', 'sources');
  const { repository } = published.fleet;
  const ofTree =
    several.length === 0
      ? (textAt(object, 'spec', 'source', 'repoURL') ?? repository) === repository
      : treeSource(object, repository) !== -1;
  const [chart] = placement.charts;
  if (!ofTree && chart !== undefined) {
    return 'version' in chart.source ? chart.source.version : chart.source.revision;
  }
  const commit = published.commits[placement.revision];
  if (commit === undefined)
    throw new Error(`nothing was pushed to ${placement.revision}, which ${placement.name} follows`);
  return commit;
}

/** As people write a commit. */
export function short(revision: string | undefined): string {
  if (revision === undefined) return 'no revision';
  return /^[0-9a-f]{40}$/u.test(revision) ? revision.slice(0, 7) : revision;
}
