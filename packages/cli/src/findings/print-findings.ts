import type { Finding } from '@seatrial/compiler';
import { exitCodes } from '../workspace/user-error.ts';
import type { FleetFolder, Workspace } from '../workspace/workspace.ts';
import { locateFindings } from './located-finding.ts';
import { textOfFindings } from './text-of-findings.ts';

/** Prints what was found of one fleet to a stream. */
export async function printFindings(
  findings: readonly Finding[],
  source: FleetFolder,
  workspace: Workspace,
  stream: NodeJS.WriteStream,
): Promise<void> {
  stream.write(textOfFindings(await locateFindings(findings, source, workspace), stream));
}

/** 1 when there is an error among the findings: warnings are shown and pass, and so does what the model accepts. */
export function exitCodeOf(findings: readonly Finding[]): number {
  return findings.some(({ severity, suppressed }) => severity === 'error' && suppressed === undefined)
    ? exitCodes.findings
    : exitCodes.fine;
}

/** `2 errors, 1 warning, 1 suppressed`, or `nothing found`. */
export function countFindings(findings: readonly Finding[]): string {
  const open = findings.filter(({ suppressed }) => suppressed === undefined);
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = open.filter((finding) => finding.severity === severity).length;
    return count === 0
      ? []
      : [`${count} ${severity === 'info' ? 'info' : `${severity}${count === 1 ? '' : 's'}`}`];
  });
  const accepted = findings.length - open.length;
  if (accepted > 0) counts.push(`${accepted} suppressed`);
  return counts.length === 0 ? 'nothing found' : counts.join(', ');
}
