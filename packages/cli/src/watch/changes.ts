import { watch } from 'chokidar';

/** Files that are watched. */
export interface Changes {
  /** Watches further files and folders, also where nothing is yet; what is watched already stays so. */
  readonly add: (paths: Iterable<string>) => void;
  /**
   * The paths that have changed since the last call, at least one, as soon as nothing more has changed for the settling
   * time; rejects when watching fails. `at` is when the first of them was seen, on the clock of `performance.now()`.
   */
  readonly next: () => Promise<{ readonly paths: readonly string[]; readonly at: number }>;
  readonly end: () => Promise<void>;
}

/** @param settling milliseconds without a change after which changes count as complete: editors save in several steps. */
export function watchChanges(folder: string, settling: number): Changes {
  const changed = new Map<string, number>();
  const added = new Set([folder]);
  let timer: NodeJS.Timeout | undefined;
  let waiting = Promise.withResolvers<void>();
  const watcher = watch(folder, {
    ignoreInitial: true,
    ignored: (path) => /(^|\/)(node_modules|\.[^/]+)$/.test(path),
  });
  watcher.on('all', (_, path) => {
    changed.set(path, changed.get(path) ?? performance.now());
    clearTimeout(timer);
    timer = setTimeout(() => waiting.resolve(), settling);
  });
  watcher.on('error', (error) => waiting.reject(error));
  return {
    add(paths) {
      const fresh = [...paths].filter((path) => !added.has(path) && !path.startsWith(`${folder}/`));
      for (const path of fresh) added.add(path);
      if (fresh.length > 0) watcher.add(fresh);
    },
    async next() {
      await waiting.promise;
      waiting = Promise.withResolvers<void>();
      const seen = { paths: [...changed.keys()], at: Math.min(...changed.values()) };
      changed.clear();
      return seen;
    },
    end: () => watcher.close(),
  };
}
