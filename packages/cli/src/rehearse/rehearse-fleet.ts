import { join, resolve } from 'node:path';
import type { Rehearsal, RehearsalRequest, RehearsalResult } from '@seatrial/e2e';
import { cacheFolder } from '../cache/cache-folder.ts';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { takeInterruptions } from '../workspace/interruption.ts';
import { UserError } from '../workspace/user-error.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { endedEarly } from './ended-early.ts';
import { exitCodeOf } from './exit-code.ts';
import type { RehearsalOptions } from './rehearsal-options.ts';
import { requestOfRehearsal } from './request-of-fleet.ts';
import { type MakeProgress, withProgress } from './with-progress.ts';

/** What a rehearsal is carried out and told with. */
export interface RehearsalTools {
  rehearse(request: RehearsalRequest): Promise<RehearsalResult>;
  progressTo: MakeProgress;
  /** Returns the paths of the reports, the page for people first. */
  writeReports(rehearsal: Rehearsal, folder: string): Promise<readonly string[]>;
  summaryOf(rehearsal: Rehearsal, report?: string): string;
}

/** Rehearses one fleet: progress on stderr, the summary on stdout. Returns the exit code. */
export async function rehearseFleet(
  loaded: LoadedFleet,
  { root }: Workspace,
  options: RehearsalOptions,
  { rehearse, progressTo, writeReports, summaryOf }: RehearsalTools,
): Promise<number> {
  const interruption = takeInterruptions('Ending: what was started is being taken away …');
  const { signal } = interruption;
  const report = reportFolder(loaded.fleet.name, options);
  const logs = join(report, 'logs');
  try {
    const result = await withProgress(progressTo, async (progress) =>
      rehearse(await requestOfRehearsal(loaded, root, options, { progress, signal, logs })),
    );
    const { rehearsal } = result;
    if (rehearsal.proofs.length === 0 && rehearsal.ended === 'complete')
      throw nothingToProve(loaded.fleet.name);
    const [page] = await writeReports(rehearsal, report);
    process.stdout.write(`${summaryOf(rehearsal, page).trim()}\n`);
    if (options.keep) tellWhatIsKept(result);
    return exitCodeOf(rehearsal);
  } catch (error) {
    if (signal.aborted) return endedEarly(error, signal);
    throw error;
  } finally {
    interruption.release();
  }
}

function nothingToProve(fleet: string): UserError {
  return new UserError(
    `Nothing was proven: ${fleet} promises nothing of what was chosen.`,
    'Choose other proofs or clusters, or leave out --proof and --cluster.',
  );
}

/** Reports are kept with everything else that Seatrial makes, until the next rehearsal of the same fleet, unless told where. */
function reportFolder(fleet: string, { report }: RehearsalOptions): string {
  return report === undefined ? join(cacheFolder(), 'rehearsals', fleet) : resolve(report);
}

function tellWhatIsKept({ lookInside, removeLater }: RehearsalResult): void {
  process.stderr.write('Kept, to look inside:\n');
  for (const line of lookInside) process.stderr.write(`  ${line}\n`);
  if (removeLater !== undefined) process.stderr.write(`Remove it with:\n  ${removeLater}\n`);
}
