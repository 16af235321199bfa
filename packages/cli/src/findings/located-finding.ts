import type { Finding, Place, SourcePlace } from '@seatrial/compiler';
import type { FleetFolder, Workspace } from '../workspace/workspace.ts';
import { findSources } from './find-source.ts';
import { onlyTheModel, type ModelPaths } from './model-paths.ts';

/** A finding whose lines are looked up: `place.source` is what a person wrote. */
export interface LocatedFinding extends Finding {
  /** Where the generated tree says it; the file is relative to the repository's root. */
  readonly generated?: SourcePlace;
}

/** Looks up where the sources of a fleet, and its tree where that is asked for, say what the findings are about. */
export async function locateFindings(
  findings: readonly Finding[],
  source: FleetFolder,
  workspace: Workspace,
  findGenerated: (place: Place) => SourcePlace | undefined = () => undefined,
  pathsOf: ModelPaths = onlyTheModel,
): Promise<readonly LocatedFinding[]> {
  const findSource = await findSources(
    findings.map(({ place }) => place),
    source,
    workspace,
    pathsOf,
  );
  return findings.map((finding) => {
    const found = finding.place.source ?? findSource(finding.place);
    const generated = findGenerated(finding.place);
    return {
      ...finding,
      place: found === undefined ? finding.place : { ...finding.place, source: found },
      ...(generated === undefined ? {} : { generated }),
    };
  });
}

/** `environments/shop/fleet.ts:12:5`, as terminals and editors link it. */
export function textOfPlace({ file, line, column }: SourcePlace): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}
