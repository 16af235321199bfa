import { once } from 'node:events';
import { Disproof, Infrastructure, NotProvenHere, Timeout } from '../run/outcome-errors.ts';
import type { Run } from '../run/run.ts';
import type { Claim, DumpPart, Measure, Outcome, Proof, Sighting } from './claim.ts';
import type { Notes } from './trial.ts';

export interface Prover {
  /** @throws the reason of the run's end; a claim that was being proven when the ground gave way says so. */
  prove(claim: Claim, body: (notes: Notes) => Promise<void>): Promise<boolean>;
  /** What came of every claim so far, in the order in which they ended. */
  readonly proofs: readonly Proof[];
}

/** @param dump gathers what helps to find the cause; it must neither throw nor hang. */
export function newProver(
  run: Run,
  plane: Proof['plane'],
  dump: (claim: Claim) => Promise<readonly DumpPart[]>,
): Prover {
  const proofs: Proof[] = [];
  return {
    proofs,
    async prove(claim, body) {
      const { clock, progress } = run;
      const began = clock.now();
      const seen: Sighting[] = [];
      const measures: Measure[] = [];
      progress.tell({ kind: 'claim', at: began, claim: claim.id, state: 'begun' });
      const result = await outcomeOf(run, () =>
        body({
          saw: (text) => void seen.push({ at: clock.now(), text }),
          measure: (name, value, unit) => void measures.push({ name, value, unit }),
        }),
      );
      const ended = clock.now();
      const explained =
        result.outcome !== 'proven' && result.outcome !== 'not proven here' && !run.signal.aborted;
      proofs.push({
        ...claim,
        ...result,
        plane,
        began,
        ended,
        seen,
        measures,
        ...(explained ? { dump: await dump(claim) } : {}),
      });
      progress.tell({ kind: 'claim', at: ended, claim: claim.id, state: 'ended', outcome: result.outcome });
      run.signal.throwIfAborted();
      return result.outcome === 'proven';
    },
  };
}

interface Judged {
  readonly outcome: Outcome;
  readonly reason?: string;
}

/** @throws when the run was interrupted */
async function outcomeOf(run: Run, body: () => Promise<void>): Promise<Judged> {
  try {
    await body();
    return { outcome: 'proven' };
  } catch (thrown) {
    if (isOfTheGround(thrown)) await lossTold(run.signal);
    // What fails after a process of the lab has gone fails for that.
    const error: unknown = run.signal.aborted ? run.signal.reason : thrown;
    if (run.signal.aborted && !(error instanceof Infrastructure)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof Disproof) return { outcome: 'disproven', reason };
    if (error instanceof Timeout) return { outcome: 'timeout', reason };
    if (error instanceof NotProvenHere) return { outcome: 'not proven here', reason };
    if (error instanceof Infrastructure) return { outcome: 'infrastructure', reason };
    // A refusal that no proof expected, or a mistake of the proof's own: it says nothing about the fleet.
    return { outcome: 'infrastructure', reason: `the proof itself failed: ${reason}` };
  }
}

/** Neither about the fleet nor about the clock. */
function isOfTheGround(thrown: unknown): boolean {
  return !(thrown instanceof Disproof || thrown instanceof Timeout || thrown instanceof NotProvenHere);
}

/** Milliseconds. */
const untilTold = 500;

/** Who asks a process that has just died may miss it before the supervisor has said so. */
async function lossTold(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await once(signal, 'abort', { signal: AbortSignal.timeout(untilTold) }).catch(() => undefined);
}
