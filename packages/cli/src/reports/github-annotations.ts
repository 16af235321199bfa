import { groupFindings } from '../findings/group-findings.ts';
import { placements } from '../findings/text-of-findings.ts';
import type { Report } from './report.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * Findings as workflow commands, which GitHub shows beside the lines of a pull request. Errors come first: GitHub shows ten
 * of each kind for a step. Source: GitHub's documentation of workflow commands.
 */
export function githubAnnotations(reports: readonly Report[]): string {
  return reports
    .flatMap(({ findings }) => groupFindings(findings))
    .filter(({ finding }) => finding.suppressed === undefined)
    .map(({ finding, subject, where }) => {
      const { severity, code, sentence, hint, place, generated } = finding;
      const at = place.source ?? generated;
      const properties = Object.entries({
        file: at?.file,
        line: at?.line,
        col: at?.column,
        title: `${code} ${subject}`.trim(),
      })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
      const message = [sentence, hint, placements(where)].filter((part) => part !== undefined && part !== '');
      return `::${commands[severity]} ${properties.join(',')}::${escapeMessage(message.join('\n'))}\n`;
    })
    .join('');
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
