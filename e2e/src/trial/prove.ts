import { Disproof, Infrastructure, NotProvenHere, Timeout } from '../run/outcome-errors.ts';
import type { Run } from '../run/run.ts';
import type { Claim, DumpPart, Measure, Outcome, Proof, ProofKindName, Sighting } from './claim.ts';
import type { Notes } from './trial.ts';

/** Proofs that take processes away themselves: a missing one says nothing against the ground. */
const takingAway: ReadonlySet<ProofKindName> = new Set([
  'admission',
  'controllers-killed',
  'git-away',
  'failover',
]);

export interface Prover {
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
      const running = run.supervisor.running();
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
      const lost = takingAway.has(claim.kind) ? [] : lostSince(run, running);
      const judged = onGround(result, lost);
      const explained = judged.outcome !== 'proven' && judged.outcome !== 'not proven here';
      proofs.push({
        ...claim,
        ...judged,
        plane,
        began,
        ended,
        seen,
        measures,
        ...(explained ? { dump: await dump(claim) } : {}),
      });
      progress.tell({ kind: 'claim', at: ended, claim: claim.id, state: 'ended', outcome: judged.outcome });
      return judged.outcome === 'proven';
    },
  };
}

interface Judged {
  readonly outcome: Outcome;
  readonly reason?: string;
}

/** @throws when the run is interrupted */
async function outcomeOf(run: Run, body: () => Promise<void>): Promise<Judged> {
  try {
    await body();
    return { outcome: 'proven' };
  } catch (error) {
    run.signal.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof Disproof) return { outcome: 'disproven', reason };
    if (error instanceof Timeout) return { outcome: 'timeout', reason };
    if (error instanceof NotProvenHere) return { outcome: 'not proven here', reason };
    if (error instanceof Infrastructure) return { outcome: 'infrastructure', reason };
    // A refusal that no proof expected, or a mistake of the proof's own: it says nothing about the fleet.
    return { outcome: 'infrastructure', reason: `the proof itself failed: ${reason}` };
  }
}

/** What fails after a process has gone fails for that reason first. */
function onGround(judged: Judged, lost: readonly string[]): Judged {
  if (lost.length === 0 || judged.outcome === 'proven') return judged;
  const reason = `${lost.join(', ')} ended meanwhile; ${judged.reason ?? ''}`;
  return { outcome: 'infrastructure', reason };
}

function lostSince(run: Run, before: ReturnType<Run['supervisor']['running']>): readonly string[] {
  const names = new Set(run.supervisor.running().map(({ name }) => name));
  return before.filter(({ name }) => !names.has(name)).map(({ name }) => name);
}
