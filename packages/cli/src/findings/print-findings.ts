import type { Finding } from '@seatrial/compiler';
import { exitCodes } from '../workspace/user-error.ts';
import type { FleetFolder, Workspace } from '../workspace/workspace.ts';
import { findSources } from './find-source.ts';
import { textOfFindings } from './text-of-findings.ts';

/** Prints what was found of one fleet to a stream. */
export async function printFindings(
  findings: readonly Finding[],
  source: FleetFolder,
  workspace: Workspace,
  stream: NodeJS.WriteStream,
): Promise<void> {
  const findSource = await findSources(
    findings.map(({ place }) => place),
    source,
    workspace,
  );
  stream.write(textOfFindings(findings, findSource, stream));
}

/** Findings as data: each with its place in the sources. */
export async function findingsAsData(
  findings: readonly Finding[],
  source: FleetFolder,
  workspace: Workspace,
): Promise<readonly (Finding & { readonly source?: string })[]> {
  const findSource = await findSources(
    findings.map(({ place }) => place),
    source,
    workspace,
  );
  return findings.map((finding) => {
    const found = findSource(finding.place);
    return found === undefined ? finding : { ...finding, source: found };
  });
}

/** 1 when there is an error among the findings: warnings are shown and pass. */
export function exitCodeOf(findings: readonly Finding[]): number {
  return findings.some(({ severity }) => severity === 'error') ? exitCodes.findings : exitCodes.fine;
}

/** `2 errors, 1 warning`, or `nothing found`. */
export function countFindings(findings: readonly Finding[]): string {
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0
      ? []
      : [`${count} ${severity === 'info' ? 'info' : `${severity}${count === 1 ? '' : 's'}`}`];
  });
  return counts.length === 0 ? 'nothing found' : counts.join(', ');
}
