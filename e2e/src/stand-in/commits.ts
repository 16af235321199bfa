import type { ChartSource, ResolvedFleet } from '@seatrial/compiler';
import type { Replaced, Replacement } from './replacement.ts';

const why = 'a rehearsal makes commits of its own, and nobody can choose the name of one';

/**
 * Where the fleet follows a commit, or takes a chart from one, it follows a branch or a tag of the rehearsal's that is
 * named after it.
 */
export function replaceCommits(fleet: ResolvedFleet): Replaced {
  const replacements: Replacement[] = [];
  const followed = (revision: string, placement?: string): string => {
    const standIn = servedRevision(revision);
    if (standIn !== revision) {
      const where = placement === undefined ? {} : { placement };
      replacements.push({ what: 'commit', ...where, real: revision, standIn, why });
    }
    return standIn;
  };
  const source = (of: ChartSource, placement: string): ChartSource =>
    'git' in of ? { ...of, revision: followed(of.revision, placement) } : of;
  return {
    fleet: {
      ...fleet,
      placements: fleet.placements.map((placement) => ({
        ...placement,
        revision: followed(placement.revision, placement.name),
        charts: placement.charts.map((chart) => ({ ...chart, source: source(chart.source, placement.name) })),
      })),
      argoCd: {
        ...fleet.argoCd,
        instances: fleet.argoCd.instances.map((instance) => ({
          ...instance,
          revision: followed(instance.revision),
        })),
      },
    },
    replacements,
  };
}

/** The branch or tag that the rehearsal has for a revision of the fleet's. */
export function servedRevision(revision: string): string {
  return /^[0-9a-f]{40}$/u.test(revision) ? `commit-${revision}` : revision;
}

/** The revision of the fleet's that a branch or tag of the rehearsal is for. */
export function realRevision(revision: string): string {
  return revision.replace(/^commit-(?=[0-9a-f]{40}$)/u, '');
}
