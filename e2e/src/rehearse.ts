import { newFaultSwitch, type FaultSwitch } from './faults/fault-switch.ts';
import { openRehearsedFleet, type RehearsedFleet } from './open-rehearsed-fleet.ts';
import { proofs } from './proofs/proofs.ts';
import { backTo, isElsewhere } from './proofs/together/way-back.ts';
import type { RehearsalRequest, RehearsalResult } from './rehearsal-request.ts';
import type { Rehearsal } from './report/rehearsal.ts';
import { selectionOf } from './report/selection.ts';
import { Infrastructure, Timeout } from './run/outcome-errors.ts';
import { newStages } from './run/stages.ts';
import { startRun } from './run/start-run.ts';
import type { Claim } from './trial/claim.ts';
import { beginFirstSync } from './trial/first-sync.ts';

type Ended = Pick<Rehearsal, 'ended'> & { readonly reason?: string };

/**
 * Rehearses a fleet: brings its clusters up, lets Argo CD sync it, and proves every claim that the fleet makes. Whatever
 * happens, what was started is gone when it resolves, unless `keep` is set.
 */
export async function rehearse(request: RehearsalRequest): Promise<RehearsalResult> {
  const run = await startRun(request);
  const stages = newStages(run);
  const faultSwitch = newFaultSwitch(request.faults ?? []);
  let rehearsed: RehearsedFleet | undefined;
  let ended: Ended = { ended: 'complete' };
  let defect: unknown;
  try {
    const opened = await stages.during('Clusters and Argo CD', () =>
      openRehearsedFleet(request, run, faultSwitch.written),
    );
    rehearsed = opened;
    await proveAll(request, opened, faultSwitch, stages);
  } catch (thrown) {
    const error: unknown = run.signal.aborted ? run.signal.reason : thrown;
    if (request.signal.aborted) ended = { ended: 'interrupted' };
    else if (error instanceof Infrastructure || error instanceof Timeout)
      ended = { ended: 'infrastructure', reason: error.message };
    else defect = error;
  }
  const removeLater = await stages.during(request.keep === true ? 'Keeping' : 'Taking away', async () => {
    rehearsed?.close();
    if (request.keep === true && ended.ended !== 'interrupted') {
      rehearsed?.lab.letGo();
      return await run.supervisor.keep();
    }
    await (rehearsed === undefined ? run.supervisor.close() : rehearsed.lab.close());
    return undefined;
  });
  const left = await run.supervisor.close();
  if (left.length > 0 && ended.ended === 'complete')
    ended = { ended: 'infrastructure', reason: `not everything could be taken away: ${left.join('; ')}` };
  if (defect !== undefined) throw defect;
  return {
    rehearsal: {
      fleet: request.subject.fleet.name,
      provider: request.provider,
      plane: rehearsed?.lab.plane ?? 'control plane',
      began: run.clock.began.toISOString(),
      took: run.clock.now(),
      stages: stages.done,
      ...selectionOf(request),
      kinds: proofs.map(({ name, title, promise }) => ({ name, title, promise })),
      ...(rehearsed?.record() ?? nothingRecorded),
      ...ended,
    },
    ...(removeLater === undefined ? {} : { removeLater }),
    lookInside: rehearsed?.lab.lookInside ?? [],
  };
}

async function proveAll(
  { subject, proofs: chosen, clusters }: RehearsalRequest,
  { lab, trial }: RehearsedFleet,
  faultSwitch: FaultSwitch,
  stages: ReturnType<typeof newStages>,
): Promise<void> {
  const isChosen = ({ kind, id }: Claim): boolean =>
    chosen === undefined || chosen.includes(kind) || chosen.includes(id);
  const isOfClusters = ({ cluster, placement }: Claim): boolean =>
    clusters === undefined ||
    clusters.includes(
      cluster ?? subject.fleet.placements.find(({ name }) => name === placement)?.cluster ?? '',
    );
  const asked = proofs
    .map((proof) => ({
      proof,
      claims: proof.derive(subject.fleet).filter((claim) => isChosen(claim) && isOfClusters(claim)),
    }))
    .filter(({ claims }) => claims.length > 0);
  await faultSwitch.duringFirstSync(async () => {
    await beginFirstSync(lab, trial);
    // Every proof but that of the first sync begins with a settled fleet.
    if (!asked.some(({ proof }) => proof.name === 'syncs')) await trial.settle();
  });
  let home = trial.published;
  for (const { proof, claims } of asked) {
    if (proof.beginsAnywhere !== true && isElsewhere(trial, home)) {
      await stages.during('Back to the fleet as it is', () => backTo(trial, home));
      home = trial.published;
    }
    await stages.during(proof.title, () =>
      faultSwitch.during(proof.name, trial, () => proof.prove(trial, claims)),
    );
  }
}

const nothingRecorded = {
  versions: {},
  knobs: [],
  standIns: [],
  proofs: [],
  timeline: { placements: [], commits: [] },
  drills: [],
} as const;
