import type { Run } from './run.ts';

export interface Stage {
  readonly title: string;
  /** Milliseconds of the run's clock. */
  readonly began: number;
  readonly ended: number;
}

/** Tells and times the parts of a rehearsal. */
export function newStages(run: Run): {
  readonly done: readonly Stage[];
  during<Value>(title: string, body: () => Promise<Value>): Promise<Value>;
} {
  const done: Stage[] = [];
  return {
    done,
    async during(title, body) {
      const began = run.clock.now();
      run.progress.tell({ kind: 'stage', at: began, title });
      try {
        return await body();
      } finally {
        done.push({ title, began, ended: run.clock.now() });
      }
    },
  };
}
