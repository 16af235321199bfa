import { posix } from 'node:path';
import { checkKustomizations, isRecord, type NotChecked } from '@seatrial/validator';
import type { Finding } from '@seatrial/compiler';
import { filesOfUnit } from '../discover/covered.ts';
import type { Discovered } from '../discover/discover.ts';
import { isBelow, type Repository } from '../files/repository.ts';
import type { Survey } from '../survey/survey.ts';

/** What matters where an engine syncs the kustomization: manifests that it does not list, and what controllers have off. */
const ofEngines: ReadonlySet<string> = new Set(['SEA3604', 'SEA3606']);

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
  const synced = new Set(
    units.flatMap((unit) => (unit.engine === 'hand' ? [] : filesOfUnit(unit, graph))).map(posix.dirname),
  );
  const isSynced = (file: string): boolean => synced.has(posix.dirname(file));
  return {
    findings: findings
      .filter(({ place }) => isBelow(place.source?.file ?? '', repository.scope))
      // What no engine syncs from here may be built by a person, with every option that kustomize has.
      .map((finding) =>
        ofEngines.has(finding.code) && !isSynced(finding.place.source?.file ?? '')
          ? { ...finding, severity: 'info' }
          : finding,
      ),
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
