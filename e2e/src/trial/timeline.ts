import type { Timeline } from '../report/rehearsal.ts';
import type { Watched } from '../kubernetes/kubernetes.ts';
import { applicationState } from './application-state.ts';
import type { Application, Published } from './trial.ts';

/** What an Application went through, a line for each change of what the timeline shows. */
export interface Phase {
  /** Run clock. */
  readonly at: number;
  readonly application: Application;
}

/** The history of one Application, oldest first. */
export function phasesOf(watches: readonly Watched[], name: string, repository: string): readonly Phase[] {
  const phases: Phase[] = [];
  for (const { events } of watches) {
    for (const { type, object, at } of events) {
      if (object.metadata.name !== name) continue;
      const application = applicationState(name, name, type === 'DELETED' ? undefined : object, repository);
      const last = phases.at(-1);
      if (last === undefined || signature(last.application) !== signature(application)) {
        phases.push({ at, application });
      }
    }
  }
  return phases;
}

/** The part of the report's timeline that Applications and commits make. */
export function timelineOf(watches: readonly Watched[], history: readonly Published[]): Timeline {
  const placements = new Map<string, string>();
  for (const { fleet } of history) {
    for (const { name, cluster } of fleet.placements) placements.set(name, cluster);
  }
  const repository = history.at(-1)?.fleet.repository ?? '';
  return {
    placements: [...placements].map(([placement, cluster]) => ({
      placement,
      cluster,
      phases: phasesOf(watches, placement, repository).map(({ at, application }) => ({
        at,
        sync: application.sync,
        health: application.health,
        operation: application.operation?.phase ?? '',
        revision: application.revision ?? '',
      })),
    })),
    commits: history.map(({ at, commits, message }) => ({
      at,
      sha: Object.values(commits)[0] ?? '',
      message,
    })),
  };
}

function signature({ sync, health, operation, revision }: Application): string {
  return [sync, health, operation?.phase, operation?.startedAt, operation?.revision, revision].join(' ');
}
