import { claimsOf, faultNames, programsNeeded, proofKinds, type RehearsalRequest } from '@seatrial/e2e';
import type { LoadedFleet } from '../load/load-fleet.ts';
import { askConsent } from './ask-consent.ts';
import { requirePrograms } from './missing-programs.ts';
import { patienceHere } from './patience.ts';
import { preparedPrograms } from './programs.ts';
import {
  chosenClusters,
  chosenFaults,
  chosenProofs,
  type LabOptions,
  type RehearsalOptions,
} from './rehearsal-options.ts';
import { subjectOfFleet } from './subject-of-fleet.ts';
import type { ShownProgress } from './with-progress.ts';

/** What the command gives a lab while it runs. */
interface Running {
  readonly progress: ShownProgress;
  readonly signal: AbortSignal;
}

/**
 * What a lab of a fleet is asked for.
 * @param root absolute path of the repository
 * @throws MissingFromCache
 */
export async function requestOfLab(
  loaded: LoadedFleet,
  root: string,
  { provider, contexts, yes }: LabOptions,
  running: Running,
): Promise<RehearsalRequest> {
  const programs = preparedPrograms();
  requirePrograms(programsNeeded(provider, loaded.fleet, programs.kubernetes));
  return {
    subject: await subjectOfFleet(loaded, root),
    programs,
    provider,
    ...(contexts === undefined ? {} : { contexts }),
    ...running,
    patience: patienceHere(provider),
    confirm: (question) => running.progress.aside(() => askConsent(question, { yes })),
  };
}

/**
 * What a rehearsal of a fleet is asked for.
 * @throws UserError for a name that means nothing; MissingFromCache
 */
export async function requestOfRehearsal(
  loaded: LoadedFleet,
  root: string,
  options: RehearsalOptions,
  running: Running & Pick<RehearsalRequest, 'logs'>,
): Promise<RehearsalRequest> {
  const proofs = await chosenProofs(proofKinds, claimsOf(loaded.fleet), options.proof);
  const faults = await chosenFaults(faultNames, options.fault);
  const clusters = await chosenClusters(loaded.fleet, options.cluster);
  return {
    ...(await requestOfLab(loaded, root, options, running)),
    ...(proofs === undefined ? {} : { proofs }),
    ...(clusters === undefined ? {} : { clusters }),
    ...(faults.length === 0 ? {} : { faults }),
    keep: options.keep,
  };
}
