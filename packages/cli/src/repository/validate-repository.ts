import type { Finding } from '@seatrial/compiler';
import { validate, type ValidateResult } from '@seatrial/validator';
import { findEngine } from '../cache/engine-entry.ts';
import { MissingFromCache } from '../cache/missing-from-cache.ts';
import { findKubernetesSchemas } from '../cache/schema-entries.ts';
import type { LocatedFinding } from '../findings/located-finding.ts';
import { policyCompiler } from '../policies/policy-compiler.ts';
import type { Report } from '../reports/report.ts';
import { openEngine } from '../validate/open-engine.ts';
import { resultFile } from '../validate/result-file.ts';
import { exitCodes, UserError } from '../workspace/user-error.ts';
import { discover } from './discover/discover.ts';
import { viewOf } from './engines/own-addresses.ts';
import { openRepository } from './files/repository.ts';
import { kustomizationChecks } from './findings/kustomization-checks.ts';
import { newRenderer } from './render/renderer.ts';
import { sourcePlace } from './render/source-places.ts';
import { reportOfRepository } from './report/report-of-repository.ts';
import { chooseKubernetesVersion } from './schemas/kubernetes-version.ts';
import { repositorySchemas } from './schemas/repository-schemas.ts';
import { isSaid } from './set/lookup.ts';
import { repositorySet } from './set/repository-set.ts';
import { objectsIn } from './survey/objects-in.ts';
import { survey } from './survey/survey.ts';

export interface RepositoryOptions {
  /** As a person writes it: `1.34`; absent: found or the newest. */
  readonly kubernetesVersion?: string;
  /** Seconds that kustomize may take for one kustomization. */
  readonly secondsEach: number;
  readonly progress: (done: number, total: number) => void;
}

/**
 * Validates a repository, or a folder or file of one, that nobody wrote a model for: renders what is synced or applied
 * from it, and checks that as a fleet is checked.
 *
 * @throws UserError for a path that is not there, with exit code 3 for what is not prepared
 */
export async function validateRepository(
  path: string,
  { kubernetesVersion, secondsEach, progress }: RepositoryOptions,
): Promise<Omit<Report, 'seconds'>> {
  try {
    const repository = await openRepository(path);
    const found = survey(repository);
    const written = objectsIn(repository, found);
    const { version, reason } = chooseKubernetesVersion(kubernetesVersion, written.all);
    // What is not prepared is said before minutes of work.
    findKubernetesSchemas(version);
    findEngine('kubeconform');
    const policies = policyCompiler();
    const view = viewOf(repository, written.all);
    const renderer = newRenderer(repository, found.graph, { seconds: secondsEach, progress });
    const discovered = await discover(repository, found, view, renderer);
    const rendered = discovered.units.flatMap((unit) =>
      discovered.objectsOf(unit).map(({ object }) => object),
    );
    const served = await repositorySchemas(version, rendered, written.definitions);
    const { schemas, missing } = served;
    const made = repositorySet(discovered, renderer, served, version, view);
    const engine = openEngine(schemas);
    const results = resultFile();
    let result: ValidateResult;
    try {
      result = await validate({ set: made.set, schemas, engine, policies, results, isSelected: isSaid });
    } finally {
      await engine.close();
      results.save();
    }
    const ofKustomizations = kustomizationChecks(repository, found, discovered);
    const findings = [...made.findings, ...ofKustomizations.findings, ...result.findings].map(located);
    return reportOfRepository({
      path,
      found,
      discovered,
      made,
      findings,
      coverage: result.coverage,
      notChecked: ofKustomizations.notChecked,
      missing,
      reason,
    });
  } catch (error) {
    if (!(error instanceof MissingFromCache)) throw error;
    throw new UserError(`${error.thing} is not prepared.`, `Run \`seatrial prepare ${path}\`.`, {
      exitCode: exitCodes.environment,
    });
  }
}

/** The finding with the line that people wrote. */
function located(finding: Finding): LocatedFinding {
  const { source, field } = finding.place;
  if (source === undefined || source.line !== undefined) return finding;
  return { ...finding, place: { ...finding.place, source: sourcePlace(source, field ?? '') } };
}
