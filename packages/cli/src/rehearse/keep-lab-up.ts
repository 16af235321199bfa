import { setTimeout as sleep } from 'node:timers/promises';
import type { RehearsalRequest, RunningLab } from '@seatrial/e2e';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { takeInterruptions } from '../workspace/interruption.ts';
import { exitCodes } from '../workspace/user-error.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { endedEarly } from './ended-early.ts';
import type { LabOptions } from './rehearsal-options.ts';
import { requestOfLab } from './request-of-fleet.ts';
import { type MakeProgress, withProgress } from './with-progress.ts';

/** What brings a lab up. */
export interface LabTools {
  progressTo: MakeProgress;
  bringUp(request: RehearsalRequest): Promise<RunningLab>;
}

/**
 * Brings the clusters of a fleet up and prints how to look inside, one command a line; takes them away on Ctrl-C, which is
 * how it is meant to end. Returns the exit code.
 */
export async function keepLabUp(
  loaded: LoadedFleet,
  { root }: Workspace,
  options: LabOptions,
  { bringUp, progressTo }: LabTools,
): Promise<number> {
  const interruption = takeInterruptions('Ending: the clusters are being taken away …');
  const { signal } = interruption;
  try {
    const lab = await withProgress(progressTo, async (progress) => {
      return bringUp(await requestOfLab(loaded, root, options, { progress, signal }));
    });
    process.stdout.write(lab.lookInside.map((line) => `${line}\n`).join(''));
    process.stderr.write(`${loaded.fleet.name} is up; Ctrl-C takes it away.\n`);
    await aborted(lab.ended);
    const left = await lab.close();
    for (const what of left) process.stderr.write(`Not taken away: ${what}\n`);
    if (!signal.aborted) throw lab.ended.reason;
    return left.length === 0 ? exitCodes.fine : exitCodes.environment;
  } catch (error) {
    if (signal.aborted) return endedEarly(error, signal);
    throw error;
  } finally {
    interruption.release();
  }
}

/** Also keeps this process alive: the lab's own do not. */
async function aborted(signal: AbortSignal): Promise<void> {
  const longest = 2 ** 31 - 1;
  while (!signal.aborted) await sleep(longest, undefined, { signal }).catch(() => undefined);
}
