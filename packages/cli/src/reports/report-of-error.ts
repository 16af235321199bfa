import { ModelError, type Finding } from '@seatrial/compiler';
import { locateFindings } from '../findings/located-finding.ts';
import { exitCodes, UserError } from '../workspace/user-error.ts';
import type { FleetError } from '../workspace/fleet-error.ts';
import type { FleetFolder } from '../workspace/workspace.ts';
import type { Report } from './report.ts';

/**
 * The report of a fleet whose model does not load: what keeps it from that, and nothing checked. Undefined where the
 * model is not to blame.
 */
export async function reportOfError({ cause, source, workspace }: FleetError): Promise<Report | undefined> {
  const findings = findingsOf(cause, source);
  if (findings === undefined) return undefined;
  return {
    subject: { kind: 'fleet', name: source.name },
    findings: await locateFindings(findings, source, workspace),
    coverage: [],
    units: [],
    notRendered: [],
    seconds: 0,
  };
}

function findingsOf(cause: unknown, { name, shown }: FleetFolder): readonly Finding[] | undefined {
  if (cause instanceof ModelError) return cause.findings;
  if (!(cause instanceof UserError) || cause.exitCode !== exitCodes.model) return undefined;
  // Such a sentence begins with the place, where there is one in particular.
  const [, file = shown, line, column, rest = cause.sentence] =
    /^([^:\s]+):(?:(\d+):)?(?:(\d+):)? (.+)$/s.exec(cause.sentence) ?? [];
  const source = {
    file,
    ...(line === undefined ? {} : { line: Number(line) }),
    ...(column === undefined ? {} : { column: Number(column) }),
  };
  const place = { fleet: name, source };
  return [{ code: 'SEA6005', severity: 'error', sentence: rest, hint: cause.hint, place }];
}
