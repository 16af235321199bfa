import { availableParallelism } from 'node:os';
import { realpathSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import pLimit from 'p-limit';
import type { FleetOutcome } from '../load/load-fleets.ts';
import type { ModelAnswer } from '../load/model-worker.ts';
import { standbyThread, type StandbyThread } from '../load/run-model.ts';
import type { StartedModels } from '../load/start-models.ts';
import type { FleetFolder, Workspace } from '../workspace/workspace.ts';

/** Runs models again and again, each time in a new thread that has loaded what it will need before it is asked. */
export interface WatchedModels {
  readonly start: (workspace: Workspace, fleets: readonly FleetFolder[]) => StartedModels;
  /** Gets threads ready for the next start. */
  readonly getReady: () => void;
  /** Absolute paths of what models of the workspace were made of, as far as it is part of the workspace. */
  readonly filesOf: (started: StartedModels, outcomes: readonly FleetOutcome[]) => Promise<readonly string[]>;
}

export function watchedModels(): WatchedModels {
  const ready: StandbyThread[] = [];
  const most = availableParallelism();
  let wanted = 1;
  return {
    start(workspace, fleets) {
      wanted = Math.min(fleets.length, most);
      const limit = pLimit(most);
      const models = fleets.map((source) => {
        const answer = limit(() => (ready.pop() ?? standbyThread()).run(source));
        // Whoever takes the answer meets the error; until then it must not count as one that nobody handles.
        answer.catch(() => undefined);
        return { source, answer };
      });
      return { workspace, models };
    },
    getReady() {
      while (ready.length < wanted) ready.push(standbyThread());
    },
    async filesOf({ workspace, models }, outcomes) {
      const answers = await Promise.allSettled(models.map(({ answer }) => answer));
      return inside(workspace.root, [
        ...answers.flatMap(importedBy),
        ...outcomes.flatMap(builtFrom(workspace.root)),
      ]);
    },
  };
}

function importedBy(answer: PromiseSettledResult<ModelAnswer>): readonly string[] {
  return answer.status === 'fulfilled' ? (answer.value.files ?? []) : [];
}

/** The folders and files of the author's that kustomize built, and the versions files. */
function builtFrom(root: string): (outcome: FleetOutcome) => readonly string[] {
  return (outcome) => {
    if ('error' in outcome) return [];
    const { inputs, model } = outcome.loaded;
    const versions = Object.values(model.environments ?? {}).flatMap(
      (environment) => environment.versions ?? [],
    );
    return [
      ...Object.values(inputs.bases).flatMap(({ folder, reads }) =>
        [folder, ...reads].map((path) => join(root, path)),
      ),
      ...versions.map((path) => join(outcome.source.folder, path)),
    ];
  };
}

/** Packages are no part of a workspace, wherever npm has put them. */
function inside(root: string, paths: readonly string[]): readonly string[] {
  const real = realpathSync(root);
  return [...new Set(paths)].filter((path) => {
    const place = relative(path.startsWith(`${root}/`) ? root : real, path);
    return (
      place !== '' &&
      !place.startsWith('..') &&
      !isAbsolute(place) &&
      !place.split('/').includes('node_modules')
    );
  });
}
