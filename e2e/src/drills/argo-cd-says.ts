import type { DrillLog } from './drill-log.ts';
import type { Ground } from './ground.ts';

/** What Argo CD shows of a cluster that has been dead for a while: no detector should rely on it (argo-cd#8860). */
export function argoCdSays({ trial }: Ground, cluster: string, log: DrillLog, since: number): void {
  const placements = trial.published.fleet.placements.filter((placement) => placement.cluster === cluster);
  const words = new Set(
    placements.map(({ name }) => {
      const { sync, health } = trial.application(name);
      return `${sync} and ${health}`;
    }),
  );
  const seconds = Math.round((trial.run.clock.now() - since) / 1000);
  log.step(
    3,
    'Argo CD meanwhile',
    `${seconds} s after the loss it calls the Applications of ${cluster} ${[...words].join(', ')}`,
    cluster,
  );
}
