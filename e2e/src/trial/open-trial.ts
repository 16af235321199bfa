import type { Placement } from '@seatrial/compiler';
import pLimit from 'p-limit';
import type { FaultName } from '../faults/fault-name.ts';
import type { Lab, LabCluster } from '../lab/lab.ts';
import type { Drill, Timeline } from '../report/rehearsal.ts';
import type { Run } from '../run/run.ts';
import { watchApplications } from './applications.ts';
import type { Proof } from './claim.ts';
import { placementDifferences } from './differences.ts';
import { placementObjects } from './differences/placement-objects.ts';
import { dumpOf } from './dump.ts';
import { newProver } from './prove.ts';
import type { Publisher } from './publisher.ts';
import { openRecorder, type OpenRecorder } from './recorder.ts';
import { settlePlacement } from './settle.ts';
import type { Subject } from './subject.ts';
import { timelineOf } from './timeline.ts';
import type { Published, Trial } from './trial.ts';

export interface TrialRequest {
  readonly run: Run;
  readonly lab: Lab;
  readonly subject: Subject;
  readonly publisher: Publisher;
  readonly refresh: Trial['refresh'];
  readonly faults?: ReadonlySet<FaultName>;
}

/** A trial with what only its owner does. */
export interface OpenTrial {
  readonly trial: Trial;
  /** What came of every claim so far. */
  readonly proofs: () => readonly Proof[];
  readonly timeline: () => Timeline;
  readonly drills: () => readonly Drill[];
  close(): void;
}

/** Seconds for everything to settle, before the run's patience. */
const settleSeconds = 120;

/** Objects of one cluster. */
const comparedAtOnce = 12;

/** Starts to watch the lab. Publish first, then bootstrap: what happens from here on is recorded. */
export async function openTrial(request: TrialRequest): Promise<OpenTrial> {
  const { run, lab, subject, publisher, faults = new Set() } = request;
  const drills: Drill[] = [];
  const applications = await watchApplications(lab);
  const recorders = await openRecorders(lab);
  const limits = new Map([...lab.clusters.keys()].map((name) => [name, pLimit(comparedAtOnce)]));

  function published(): Published {
    const last = publisher.history.at(-1);
    if (last === undefined) throw new Error('nothing is published yet');
    return last;
  }

  const findPlacement = (name: string): Placement | undefined =>
    published().fleet.placements.find((placement) => placement.name === name);

  /** Watches the kinds of a new state of git. */
  async function followed(state: Published): Promise<Published> {
    await Promise.all(
      state.fleet.placements.map(
        async (placement) => await named(recorders, placement.cluster).follow(placementObjects(placement)),
      ),
    );
    return state;
  }

  const trial: Trial = {
    run,
    lab,
    subject,
    faults,
    get published() {
      return published();
    },
    application: (placement) => applications.of(placement, published()),
    applications: () => applications.all(published()),
    applicationChanges: applications.changes,
    recorder: (name) => named(recorders, name),
    cluster: (name): LabCluster => named(lab.clusters, name),
    argoCdOf: (placement) => applications.argoCdOf(placement, published()),
    placement(name) {
      const placement = findPlacement(name);
      if (placement === undefined) throw new Error(`what is published has no placement ${name}`);
      return placement;
    },
    publish: async (message, model, options) =>
      await followed(await publisher.publish(message, model, options)),
    revert: async (message) => await followed(await publisher.revert(message)),
    refresh: request.refresh,
    async settle({ placements = automated(published()), within = settleSeconds } = {}) {
      await Promise.all(placements.map(async (name) => await settlePlacement(trial, name, within)));
    },
    async differences(name) {
      const placement = trial.placement(name);
      return await placementDifferences({
        placement,
        kubernetes: trial.cluster(placement.cluster).kubernetes,
        application: trial.application(name).object,
        limit: named(limits, placement.cluster),
        known: named(recorders, placement.cluster).objects(),
      });
    },
    recordDrill: (drill) => void drills.push(drill),
    prove: async (claim, body) => await prover.prove(claim, body),
  };

  const prover = newProver(run, lab.plane, async (claim) =>
    dumpOf(
      {
        run,
        lab,
        history: () => publisher.history,
        placement: findPlacement,
        application: trial.application,
        argoCdOf: trial.argoCdOf,
        differences: trial.differences,
      },
      claim,
    ),
  );

  return {
    trial,
    proofs: () => prover.proofs,
    drills: () => drills,
    timeline: () => timelineOf(applications.changes, publisher.history),
    close() {
      applications.close();
      for (const recorder of recorders.values()) recorder.close();
    },
  };
}

async function openRecorders({ clusters }: Lab): Promise<ReadonlyMap<string, OpenRecorder>> {
  return new Map(
    await Promise.all(
      // Behind the cut: what a cluster does while Argo CD cannot reach it is recorded, too.
      [...clusters.values()].map(
        async ({ name, apiServer }) => [name, await openRecorder(apiServer.behindTheCut)] as const,
      ),
    ),
  );
}

function named<Value>(values: ReadonlyMap<string, Value>, name: string): Value {
  const value = values.get(name);
  if (value === undefined) throw new Error(`the rehearsal has no cluster ${name}`);
  return value;
}

/** The placements that nobody has to sync by hand. */
function automated({ fleet }: Published): readonly string[] {
  return fleet.placements.filter(({ sync }) => sync.automated).map(({ name }) => name);
}
