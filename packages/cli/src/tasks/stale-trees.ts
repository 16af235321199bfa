import { planWrite, recoverTree, treeLocation, treeOfFleet } from '@seatrial/compiler';
import { toldOfError } from '../error-boundary.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { loadFleets } from '../load/load-fleets.ts';
import { startAll } from '../load/start-models.ts';
import { findWorkspace } from '../workspace/workspace.ts';

/** A tree that is not what its model compiles to. */
export interface StaleTree {
  readonly fleet: string;
  /** Files that differ, from the repository's root. */
  readonly files: readonly string[];
  /** One of them as it will be; `text` absent: it goes. */
  readonly first: { readonly path: string; readonly text?: string };
}

/** What a look at all trees says. */
export interface StaleTrees {
  readonly stale: readonly StaleTree[];
  /** Models that do not load and files that `compile` would refuse to overwrite, in sentences. */
  readonly problems: readonly string[];
}

/** The trees of a repository that `seatrial compile` would change. Writes nothing. */
export async function staleTrees(root: string): Promise<StaleTrees> {
  const workspace = findWorkspace(root);
  const stale: StaleTree[] = [];
  const problems: string[] = [];
  for (const outcome of await loadFleets(startAll(workspace, workspace.fleets), { charts: false })) {
    if ('error' in outcome) {
      problems.push((await toldOfError(outcome.error)).err.trimEnd());
      continue;
    }
    const found = await look(outcome.loaded, root);
    problems.push(...found.problems);
    stale.push(...found.stale);
  }
  return { stale, problems };
}

async function look(loaded: LoadedFleet, root: string): Promise<StaleTrees> {
  const { fleet } = loaded;
  const location = treeLocation(root, fleet.name);
  await recoverTree(location);
  const plan = planWrite(location, treeOfFleet(loaded));
  if (plan.findings.length > 0)
    return { stale: [], problems: plan.findings.map(({ sentence, hint }) => `${sentence} ${hint}`) };
  const changes = [...plan.writes, ...plan.removals, ...(plan.record === undefined ? [] : [plan.record])];
  const [first] = changes;
  if (first === undefined) return { stale: [], problems: [] };
  const shown = (path: string): string => `${location.shown}/${path}`;
  const files = changes.map(({ path }) => shown(path));
  const text = 'text' in first ? { text: first.text } : {};
  return { stale: [{ fleet: fleet.name, files, first: { path: shown(first.path), ...text } }], problems: [] };
}
