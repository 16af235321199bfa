import { runChecks, type CheckResults } from '../check/run-checks.ts';
import { kustomizationChecks } from './checks.ts';
import type { KustomizationRepository } from './kustomization-repository.ts';
import { kustomizationViews } from './kustomization-view.ts';

/**
 * Checks kustomizations as they are written: what kustomize passes over without a word. Builds nothing. A file that
 * cannot be read is passed over, because its reader has said so.
 *
 * @param files The kustomization files to check.
 * @param isApplied Whether an engine applies a manifest though no kustomization lists it.
 */
export function checkKustomizations(
  repository: KustomizationRepository,
  files: readonly string[],
  isApplied: (path: string) => boolean,
): CheckResults {
  const results = kustomizationViews(repository, files, isApplied).map((view) =>
    runChecks(kustomizationChecks, view),
  );
  return {
    findings: results.flatMap(({ findings }) => findings),
    notChecked: results.flatMap(({ notChecked }) => notChecked),
  };
}
