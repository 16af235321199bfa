import { groupFindings, type FindingGroup } from '../findings/group-findings.ts';
import { textOfPlace } from '../findings/located-finding.ts';
import { countFindings } from '../findings/print-findings.ts';
import { placements } from '../findings/text-of-findings.ts';
import type { Report } from './report.ts';

/** Findings that a summary spells out; the rest are counted, because GitHub cuts a summary at 1 MiB. */
const mostShown = 200;

/** The reports of a run as Markdown: for a step summary, or a comment at a pull request. */
export function markdownReport(reports: readonly Report[]): string {
  return reports.map(markdownOf).join('\n');
}

function markdownOf({ subject, findings, coverage, notRendered }: Report): string {
  const groups = groupFindings(findings);
  const open = groups.filter(({ finding }) => finding.suppressed === undefined);
  const suppressed = groups.filter(({ finding }) => finding.suppressed !== undefined);
  const more = open.length > mostShown ? [`| | and ${open.length - mostShown} more | |`] : [];
  return [
    `## ${escape(subject.name)}: ${countFindings(findings)}`,
    '',
    ...table(['', 'what', 'where'], [...open.slice(0, mostShown).map(rowOf), ...more]),
    ...details(
      `${suppressed.length} suppressed`,
      table(['', 'what', 'accepted because'], suppressed.map(acceptedRow)),
    ),
    ...table(
      ['cluster', 'Kubernetes', 'objects checked', 'not checked'],
      coverage.map(({ cluster, kubernetes, checked, total, unchecked, notChecked }) => {
        const kinds = unchecked.map(
          ({ apiVersion, kind, count }) => `no schema for ${apiVersion} ${kind} (${count})`,
        );
        const rules = notChecked.map(({ rule, reason, count }) => `${rule}: ${reason} (${count})`);
        return row(
          cluster,
          kubernetes,
          `${checked} of ${total}`,
          [...kinds, ...rules].map(escape).join('<br>'),
        );
      }),
    ),
    ...details(
      `${notRendered.length} not rendered`,
      table(
        ['what', 'reason'],
        notRendered.map(({ what, reason }) => row(escape(what), escape(reason))),
      ),
    ),
  ].join('\n');
}

const marks = { error: '❌', warning: '⚠️', info: 'ℹ️' } as const;

function rowOf({ finding, subject, where }: FindingGroup): string {
  const { severity, code, sentence, hint, place, generated } = finding;
  const files = [place.source, generated].flatMap((at) =>
    at === undefined ? [] : [`\`${textOfPlace(at)}\``],
  );
  const at = [...files, escape(subject), escape(placements(where) ?? '')].filter((part) => part !== '');
  return row(`${marks[severity]} ${code}`, `${escape(sentence)}<br>_${escape(hint)}_`, at.join('<br>'));
}

function acceptedRow({ finding, subject }: FindingGroup): string {
  const { code, sentence, suppressed } = finding;
  return row(code, escape(`${subject}: ${sentence}`), escape(suppressed?.reason ?? ''));
}

function table(head: readonly string[], rows: readonly string[]): readonly string[] {
  if (rows.length === 0) return [];
  return [row(...head), row(...head.map(() => '---')), ...rows, ''];
}

function details(summary: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  return [`<details><summary>${summary}</summary>`, '', ...lines, '</details>', ''];
}

function row(...cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[|*_`[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\s*\n\s*/g, ' ');
}
