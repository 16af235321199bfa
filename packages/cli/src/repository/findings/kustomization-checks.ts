import { posix } from 'node:path';
import { checkKustomizations, isRecord, type NotChecked } from '@seatrial/validator';
import type { Finding } from '@seatrial/compiler';
import { filesOfUnit } from '../discover/covered.ts';
import type { Unit } from '../engines/unit.ts';
import type { Discovered } from '../discover/discover.ts';
import { isBelow, type Repository } from '../files/repository.ts';
import type { Survey } from '../survey/survey.ts';

/**
 * What matters only where an engine syncs the kustomization: manifests that it does not list, and what controllers have
 * off. Flux cannot run that at all; in Argo CD it is an option that is rarely in the repository itself.
 */
const enginesThatMind: Readonly<Record<string, readonly Unit['engine'][]>> = {
  SEA3604: ['argo-cd', 'flux'],
  SEA3606: ['flux'],
};

/** What kustomize passes over without a word, in every kustomization of the repository that was asked for. */
export function kustomizationChecks(
  repository: Repository,
  { graph }: Survey,
  { units }: Discovered,
): { readonly findings: readonly Finding[]; readonly notChecked: readonly NotChecked[] } {
  const applied = new Set(units.flatMap((unit) => filesOfUnit(unit, graph)));
  const { findings, notChecked } = checkKustomizations(
    repository,
    graph.all.map(({ file }) => file),
    (path) => applied.has(path) || isLeftOut(path),
  );
  const foldersOf = (engine: Unit['engine']): ReadonlySet<string> =>
    new Set(
      units.flatMap((unit) => (unit.engine === engine ? filesOfUnit(unit, graph) : [])).map(posix.dirname),
    );
  const synced = { 'argo-cd': foldersOf('argo-cd'), flux: foldersOf('flux'), hand: new Set<string>() };
  const isMinded = ({ code, place }: Finding): boolean =>
    enginesThatMind[code]?.some((engine) => synced[engine].has(posix.dirname(place.source?.file ?? ''))) ??
    true;
  return {
    findings: findings
      .filter(({ place }) => isBelow(place.source?.file ?? '', repository.scope))
      // What no engine syncs from here may be built by a person, with every option that kustomize has.
      .map((finding) => (isMinded(finding) ? finding : { ...finding, severity: 'info' })),
    notChecked,
  };

  /** Whether somebody knows that a manifest is on no list: a comment names it, or a plugin decrypts it. */
  function isLeftOut(path: string): boolean {
    const folder = posix.dirname(path);
    const file = graph.at(folder)?.file;
    if (file !== undefined && repository.text(file)?.includes(posix.basename(path)) === true) return true;
    return repository.source(path).objects.some(({ object }) => isRecord(object['sops']));
  }
}
