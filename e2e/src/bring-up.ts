import { openRehearsedFleet, type RehearsedFleet } from './open-rehearsed-fleet.ts';
import type { RehearsalRequest, RunningLab } from './rehearsal-request.ts';
import { startRun } from './run/start-run.ts';
import { beginFirstSync } from './trial/first-sync.ts';

/** Brings the clusters of a fleet up with everything synced, for a person to look at; proves nothing. @throws Infrastructure */
export async function bringUp(request: RehearsalRequest): Promise<RunningLab> {
  const run = await startRun(request);
  let opened: RehearsedFleet | undefined;
  try {
    opened = await openRehearsedFleet(request, run, (fleet) => fleet);
    const { lab, trial, close } = opened;
    await beginFirstSync(lab, trial);
    await trial.settle();
    return {
      lookInside: lab.lookInside,
      ended: run.signal,
      async close() {
        close();
        await lab.close();
        return run.supervisor.close();
      },
    };
  } catch (thrown) {
    const error: unknown = run.signal.aborted ? run.signal.reason : thrown;
    opened?.close();
    await (opened === undefined ? run.supervisor.close() : opened.lab.close());
    throw error;
  }
}
