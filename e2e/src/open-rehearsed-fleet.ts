import type { ResolvedFleet } from '@seatrial/compiler';
import { labRequestOf } from './lab/lab-request.ts';
import type { Lab } from './lab/lab.ts';
import { providerOf } from './providers/provider-of.ts';
import type { RehearsalRequest } from './rehearsal-request.ts';
import type { Rehearsal } from './report/rehearsal.ts';
import type { Run } from './run/run.ts';
import { definitionsInUse } from './stand-in/definitions-in-use.ts';
import type { World } from './stand-in/world.ts';
import { compareAnew, compareAnewKnob } from './trial/compare-anew.ts';
import { definitionsFirstStandIn } from './trial/definitions-first.ts';
import { openTrial } from './trial/open-trial.ts';
import { openModelRepository } from './trial/publish/model-repository.ts';
import { serveSources } from './trial/publish/serve-sources.ts';
import { refresh } from './trial/refresh.ts';
import type { Subject } from './trial/subject.ts';
import type { Published, Trial } from './trial/trial.ts';

/** A fleet whose clusters are up and whose git is served, and that nothing was synced of yet. */
export interface RehearsedFleet {
  readonly lab: Lab;
  readonly trial: Trial;
  record(): Pick<Rehearsal, 'versions' | 'knobs' | 'standIns' | 'proofs' | 'timeline' | 'drills'>;
  /** Stops watching. */
  close(): void;
}

/** @throws Infrastructure; then everything that was half made is gone */
export async function openRehearsedFleet(
  request: RehearsalRequest,
  run: Run,
  written: (fleet: ResolvedFleet, before: ResolvedFleet | undefined) => ResolvedFleet,
): Promise<RehearsedFleet> {
  const { fleet } = request.subject;
  const subject = { ...request.subject, definitions: definitionsInUse(fleet, request.subject.definitions) };
  const provider = await providerOf(request);
  const lab = await provider.open(labRequestOf(subject.fleet), run);
  const world = await worldOf(lab, run, subject);
  const repository = await openModelRepository({ run, git: lab.git, subject, world, written });
  const history: Published[] = [];
  const remember = async (publishing: Promise<Published>): Promise<Published> => {
    const published = await publishing;
    history.push(published);
    await ask({});
    return published;
  };
  const ask: Trial['refresh'] = async ({ applications, hard = false } = {}) => {
    await Promise.all(
      lab.argoCds.map(async ({ kubernetes, namespace }) => {
        const all = await kubernetes.list(
          { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' },
          { namespace },
        );
        const names = all.map(({ metadata }) => metadata.name);
        const asked =
          applications === undefined ? names : names.filter((name) => applications.includes(name));
        await refresh(kubernetes, namespace, asked, { hard });
      }),
    );
  };
  const { trial, proofs, timeline, drills, close } = await openTrial({
    run,
    lab,
    subject,
    publisher: {
      history,
      publish: (message, model, options) => remember(repository.publish(message, model, options)),
      revert: (message) => remember(repository.revert(message)),
    },
    refresh: ask,
    faults: new Set(request.faults),
  });
  const anew = compareAnew(trial);
  return {
    lab,
    trial,
    close() {
      anew.close();
      close();
    },
    record: () => ({
      versions: lab.versions,
      knobs: [...lab.knobs, compareAnewKnob],
      standIns: [...lab.standIns, definitionsFirstStandIn, ...repository.standIns],
      proofs: proofs(),
      timeline: timeline(),
      drills: drills(),
    }),
  };
}

async function worldOf(lab: Lab, run: Run, subject: Subject): Promise<World> {
  const webhooks = [...lab.clusters.values()].flatMap(({ name, gatekeeper }) =>
    gatekeeper === undefined ? [] : [[name, gatekeeper.webhook] as const],
  );
  return {
    plane: lab.plane,
    ...(await serveSources(run, lab, subject)),
    webhooks: Object.fromEntries(webhooks),
    definitions: subject.definitions,
    ...(lab.probeImage === undefined ? {} : { probeImage: lab.probeImage }),
  };
}
