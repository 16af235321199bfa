import { join } from 'node:path';
import pLimit from 'p-limit';
import type { Lab } from '../../lab/lab.ts';
import type { Run } from '../../run/run.ts';
import {
  standInCharts,
  standInGitCharts,
  type StandInGitChart,
} from '../../stand-in/charts/stand-in-charts.ts';
import { servedRevision } from '../../stand-in/commits.ts';
import { addressesOf } from '../../stand-in/repositories.ts';
import type { World } from '../../stand-in/world.ts';
import type { Subject } from '../subject.ts';
import { followedBranches } from './followed-branches.ts';
import { servedName } from './served-name.ts';
import { openWorkClone } from './work-clone.ts';

/**
 * Makes everything that the fleet reads from: its git repositories, empty but for charts, and its Helm repositories
 * with their stand-in charts. Returns where they are served, by the address that the fleet names.
 */
export async function serveSources(
  run: Run,
  lab: Pick<Lab, 'git' | 'charts'>,
  subject: Pick<Subject, 'fleet' | 'definitions'>,
): Promise<Pick<World, 'repositories' | 'chartRepositories'>> {
  const { git, charts } = addressesOf(subject.fleet);
  const publishCharts = standInCharts(subject.fleet, subject).map(({ repository, chart }) =>
    lab.charts.publish(servedName(repository), chart),
  );
  await Promise.all([
    ...publishCharts,
    Promise.all(git.map((address) => lab.git.create(servedName(address)))).then(() =>
      serveGitCharts(run, lab, subject),
    ),
  ]);
  return {
    repositories: Object.fromEntries(git.map((address) => [address, lab.git.url(servedName(address))])),
    chartRepositories: Object.fromEntries(
      charts.map((address) => [address, lab.charts.url(servedName(address))]),
    ),
  };
}

/** Charts that lie beside the fleet's own trees, on a branch that it follows: they are committed with the trees. */
export function chartsBesideTrees({
  fleet,
  definitions,
}: Pick<Subject, 'fleet' | 'definitions'>): StandInGitChart[] {
  const followed = followedBranches(fleet);
  return standInGitCharts(fleet, { definitions }).filter(
    ({ git, revision }) => git === fleet.repository && followed.has(revision),
  );
}

async function serveGitCharts(
  run: Run,
  lab: Pick<Lab, 'git'>,
  subject: Pick<Subject, 'fleet' | 'definitions'>,
): Promise<void> {
  const beside = new Set(chartsBesideTrees(subject).map(placeOf));
  const charts = standInGitCharts(subject.fleet, subject).filter((chart) => !beside.has(placeOf(chart)));
  const one = pLimit(4);
  const revisions = Map.groupBy(charts, ({ git, revision }) => `${servedName(git)}@${revision}`);
  await Promise.all(
    [...revisions].map(([key, charts]) =>
      one(() => serveRevision(join(run.folder, 'git-charts', key), lab, charts)),
    ),
  );
}

/** All charts of one repository at one revision, in a history of their own. */
async function serveRevision(
  folder: string,
  lab: Pick<Lab, 'git'>,
  charts: readonly StandInGitChart[],
): Promise<void> {
  const [first] = charts;
  if (first === undefined) return;
  const { git, revision } = first;
  const ref = refOf(revision);
  const clone = await openWorkClone(folder, lab.git.localUrl(servedName(git)));
  const files = new Map(charts.flatMap(chartFilesInRepository));
  await clone.commit(`Stand-ins for the charts of ${git} at ${revision}`, files);
  await clone.push([ref]);
}

export function chartFilesInRepository({ path, files }: StandInGitChart): [path: string, text: string][] {
  return Object.entries(files).map(([file, text]) => [join(path, file), text]);
}

/** A tag where the name reads like a version or a commit, else a branch. */
function refOf(revision: string): string {
  if (revision === 'HEAD') return 'refs/heads/main';
  if (revision.startsWith('refs/')) return revision;
  const served = servedRevision(revision);
  return `${served !== revision || /\d+\.\d+/u.test(revision) ? 'refs/tags' : 'refs/heads'}/${served}`;
}

const placeOf = ({ git, revision, path }: StandInGitChart): string => `${git} ${revision} ${path}`;
