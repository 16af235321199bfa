import type { DrillLog } from '../drill-log.ts';
import { failOver, resetLatch } from '../failover-drill.ts';
import type { Ground } from '../ground.ts';
import { partitioned } from '../lose-cluster.ts';
import { returnOf } from '../return-drill.ts';

/** The active cluster lives behind a cut and goes on: it must neither get clients nor have its writes counted. */
export async function partition(ground: Ground, log: DrillLog): Promise<void> {
  const { trial, data, serving, hosts } = ground;
  const { from } = ground.plan();
  const loss = partitioned(ground, from);
  const began = trial.run.clock.now();
  resetLatch(ground, log);
  await failOver(ground, log, { injection: loss });
  const goingOn = hosts.filter(({ host }) => serving.answers(from, host)).map(({ host }) => host);
  if (goingOn.length === 0) log.against(`nothing of ${from} lives behind the cut, so this was no partition`);
  else
    log.step(
      13,
      'Behind the cut',
      `${from} still answers for ${goingOn.join(' and ')}, and nobody is sent there`,
      from,
    );
  const epoch = data.epoch - 1;
  const behind = data.acknowledged.filter((one) => one.epoch === epoch && one.at >= began);
  const last = behind.at(-1);
  log.step(
    13,
    'Single writer',
    last === undefined
      ? `${from} took no write behind the cut`
      : `the last write of epoch ${epoch} was ${Math.round((data.acknowledged.find((one) => one.epoch === data.epoch)?.at ?? last.at) - last.at)} ms before the first of epoch ${data.epoch}`,
  );
  await returnOf(ground, from, log, loss.back);
}
