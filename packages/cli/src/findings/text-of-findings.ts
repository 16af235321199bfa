import { styleText } from 'node:util';
import type { Finding } from '@seatrial/compiler';
import type { FindSource } from './find-source.ts';
import { groupFindings, type FindingGroup } from './group-findings.ts';

/** Marks that say the severity without a colour. */
const marks = { error: '✗', warning: '!', info: 'i' } as const;
const colours = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/** Placements that are named one by one; more are counted. */
const mostNamed = 4;

/** Findings for a person: for each the sentence, where it is, and the way out. Ends in a line break unless empty. */
export function textOfFindings(
  findings: readonly Finding[],
  findSource: FindSource,
  stream: NodeJS.WriteStream,
): string {
  return groupFindings(findings)
    .map((group) => textOfGroup(group, findSource, stream))
    .join('');
}

function textOfGroup(
  { finding, subject, where }: FindingGroup,
  findSource: FindSource,
  stream: NodeJS.WriteStream,
): string {
  const { severity, code, sentence, hint } = finding;
  const mark = styleText(colours[severity], `${marks[severity]} ${severity} ${code}`, { stream });
  const place = [findSource(finding.place), subject, placements(where)].filter(
    (part) => part !== undefined && part !== '',
  );
  const lines = [
    `${mark} ${endWithStop(sentence)}`,
    ...(place.length === 0 ? [] : [`    ${styleText('dim', place.join(' · '), { stream })}`]),
    ...(hint === '' ? [] : [`    → ${capital(endWithStop(hint))}`]),
  ];
  return `${lines.join('\n')}\n`;
}

function placements(where: readonly string[]): string | undefined {
  if (where.length === 0) return undefined;
  const named = where.slice(0, mostNamed).join(', ');
  return where.length > mostNamed ? `${named} and ${where.length - mostNamed} more` : named;
}

function endWithStop(text: string): string {
  return /[.?!:`)]$/.test(text) ? text : `${text}.`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
