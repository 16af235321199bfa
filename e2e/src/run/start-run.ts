import { randomInt } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startClock } from './clock.ts';
import { withLastLines } from './log-lines.ts';
import { Infrastructure } from './outcome-errors.ts';
import type { Programs } from './programs.ts';
import type { Progress } from './progress.ts';
import type { Run } from './run.ts';
import { startSupervisor } from './start-supervisor.ts';
import type { Supervisor } from './supervisor.ts';

/** Begins a rehearsal: from here on everything that it starts ends with it. End it with `run.supervisor.close()`. */
export async function startRun({
  programs,
  progress,
  signal,
  patience = 1,
  logs,
}: {
  readonly programs: Programs;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly patience?: number;
  readonly logs?: string;
}): Promise<Run> {
  const clock = startClock();
  const id = newId();
  const folder = join(tmpdir(), `seatrial-${id}`);
  const supervisor = await startSupervisor({ id, folder });
  const lost = new AbortController();
  void lossOf(supervisor).then((loss) => lost.abort(loss));
  return {
    id,
    folder,
    clock,
    programs,
    progress,
    supervisor,
    signal: AbortSignal.any([signal, lost.signal]),
    patience,
    ...(logs === undefined ? {} : { logs }),
  };
}

async function lossOf({ loss }: Supervisor): Promise<Infrastructure> {
  const child = await loss;
  const said = `${child.name} ${await child.ended}, and nobody had ended it`;
  return new Infrastructure(await withLastLines(said, child));
}

/** Begins with a letter and has lower-case letters and digits only: it is part of names of clusters and containers. */
function newId(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const digits = '23456789';
  const pick = (from: string): string => from.charAt(randomInt(from.length));
  return [letters, digits, letters, digits, letters, digits].map(pick).join('');
}
